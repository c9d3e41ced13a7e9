import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';

/** Where the commands of a run note what they were asked and could not do themselves. */
export const requestsFile = (directory: string): string => joinPath(directory, 'requests');

const lookMs = 100;
const limit = 1_000_000;

/** Listens to the commands of a run. */
export interface CommandRequests {
  /** Aborted when a script cancels this run with `pw workflows runs cancel`. */
  readonly cancelled: AbortSignal;
  /** Ends the listening, after a last look. */
  close(): void;
}

/**
 * Carries out `pw workflows runs cancel` of this very run, and lists in the record what commands refused: other runs,
 * other hosts, what `pw` does not do here.
 */
export function listenToCommands(world: RunWorld): CommandRequests {
  const { files, clock } = world.ports;
  const over = new AbortController();
  const cancelled = new AbortController();
  const path = requestsFile(world.directory);
  let from = 0;
  let rest = '';
  const take = (line: string): void => {
    const [verb, command = '', ...words] = line.split(' ');
    const what = [command, ...words].join(' ').trim();
    if (verb === 'cancel') {
      if (isThisRun(world, command)) cancelled.abort();
      else
        world.note({
          what: `pw workflows runs cancel ${command}`.trim(),
          how: 'skipped',
          why: 'there is no such run here',
        });
      return;
    }
    if (verb === 'interface') {
      const why = 'an interface of the site; one of this machine answers for it';
      world.note({ what: `interface ${command}`, how: 'stand-in', why });
      return;
    }
    const why = /^(?:ssh|scp)$/.test(command)
      ? 'the host is not part of a local run; the command ended with status 255'
      : 'it is not emulated in a local run; it ended with status 1';
    if (verb === 'ignored') {
      world.note({ what, how: 'skipped', why: 'the option is not known here; it was left out' });
      return;
    }
    if (verb === 'refused') world.note({ what, how: 'skipped', why });
  };
  const look = (): void => {
    const { text, next } = files.readFrom(path, from, limit);
    from = next;
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(take);
  };
  const keepLooking = async (): Promise<void> => {
    const ended = AbortSignal.any([over.signal, world.over]);
    while (!ended.aborted) {
      look();
      await clock.sleep(lookMs, ended);
    }
  };
  void keepLooking();
  return {
    cancelled: cancelled.signal,
    close() {
      if (over.signal.aborted) return;
      over.abort();
      look();
    },
  };
}

/** A run goes by its slug or its number; without a word, the run that asks is meant. */
const isThisRun = (world: RunWorld, name: string): boolean =>
  name === '' || name === world.slug || Number(name) === Number(world.jobNumber);
