import { closeSync, openSync, readSync } from 'node:fs';
import type { Machine } from '../../ports/machine.ts';
import type { SchedulerState, Schedulers } from '../../ports/schedulers.ts';
import type { ToolOutcome, ToolRunner } from '../../ports/tool-runner.ts';

/** A scheduler that lets a person wait longer than this for its queue is as good as none. */
const patienceMs = 3000;

const commands = {
  slurm: ['sbatch', 'squeue', 'scontrol', 'scancel', 'sinfo'],
  pbs: ['qsub', 'qstat', 'qdel'],
} as const;

/**
 * The schedulers of this machine, asked with the environment that runs have: a command that works only in ours would
 * fail there.
 */
export function nodeSchedulers(
  machine: Pick<Machine, 'find' | 'programPath' | 'passedOn'>,
  tools: ToolRunner,
) {
  const known = new Map<'slurm' | 'pbs', Promise<SchedulerState>>();
  const ask = (...words: readonly string[]): Promise<ToolOutcome> =>
    tools.run({
      command: 'env',
      arguments: [
        '-i',
        `PATH=${machine.programPath.join(':')}`,
        ...Object.entries(machine.passedOn).map(([name, value]) => `${name}=${value}`),
        ...words,
      ],
      timeoutMs: patienceMs,
      maxOutputBytes: 100_000,
    });
  const look = async (scheduler: 'slurm' | 'pbs'): Promise<SchedulerState> => {
    const absent = commands[scheduler].find((command) => machine.find(command) === undefined);
    if (absent !== undefined) return { kind: 'missing', command: absent };
    return scheduler === 'slurm'
      ? slurmState(await ask('sinfo', '--noheader', '--format=%a %T'))
      : pbsState(ask, machine.find('qsub') ?? 'qsub');
  };
  return {
    state(scheduler) {
      const state = known.get(scheduler) ?? look(scheduler);
      known.set(scheduler, state);
      return state;
    },
  } satisfies Schedulers;
}

/** The status of `qstat` for a job that the server does not know, and of the imitations for an empty queue. */
const unknownJob = 153;

/** States of nodes that run no job, and those that do not answer (`*`). */
const unusable = /^(?:down|drain|fail|error|future|inval|maint|reboot|unk)|\*$/i;

function slurmState(outcome: ToolOutcome): SchedulerState {
  if (outcome.status !== 0) return { kind: 'silent', why: said(outcome) };
  const nodes = outcome.stdout.split('\n').map((line) => line.trim().split(/\s+/));
  const up = nodes.filter(([partition]) => partition === 'up').map(([, state]) => state ?? '');
  if (up.some((state) => state !== '' && !unusable.test(state))) return { kind: 'answers' };
  const states = [...new Set(up)].join(', ');
  return { kind: 'silent', why: states === '' ? 'no partition is up' : `its nodes are ${states}` };
}

async function pbsState(
  ask: (...words: readonly string[]) => Promise<ToolOutcome>,
  qsub: string,
): Promise<SchedulerState> {
  const flavour = isSlurmWrapper(qsub) ? 'the commands are those of SLURM that look like PBS' : undefined;
  const server = await ask('qstat', '-B');
  if (server.status === 0) return { kind: 'answers', flavour };
  // What imitates PBS knows no servers, but lists jobs; a queue that is too long to read is one that answers.
  const queue = server.failed === 'timeout' ? server : await ask('qstat');
  const empty = queue.status === unknownJob;
  if (queue.status === 0 || empty || queue.failed === 'too-much-output') return { kind: 'answers', flavour };
  return { kind: 'silent', why: said(queue) };
}

/** The last thing that a command printed, or why it printed nothing. */
function said(outcome: ToolOutcome): string {
  if (outcome.failed === 'timeout') return `no answer within ${patienceMs / 1000} s`;
  const lines = `${outcome.stdout}\n${outcome.stderr}`.split('\n').filter((line) => line.trim() !== '');
  return lines.at(-1)?.trim() ?? `status ${outcome.status ?? 'unknown'}`;
}

/** Debian's slurm-wlm-torque and its like are scripts whose first lines name SLURM. */
function isSlurmWrapper(path: string): boolean {
  const head = Buffer.alloc(4096);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, head, 0, head.length, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  return head.subarray(0, 2).toString() === '#!' && /slurm/i.test(head.toString('latin1'));
}
