import type { ProcessInfo } from '../../ports/processes.ts';
import type { Span } from '../../source/span.ts';
import type { ServiceScript } from '../engine/job-state.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { isShellOfScript } from '../watch/script-processes.ts';
import { type EndedJob, endedJobs, type HangRecord, hangRecords } from '../watch/trace-records.ts';
import { repositorySpan } from './failing-line.ts';
import { lineOfCommand } from './line-of-command.ts';
import { placeOfCommand } from './place-in-script.ts';

/** The command that a script had not got over. */
export interface HungCommand {
  /** As bash or the process table shows it. */
  readonly command: string;
  /** Its line in the repository, when that is known. */
  readonly at: Span | undefined;
  /** What the script had in the background and has ended. */
  readonly ended: readonly EndedJob[];
}

const lookMs = 10;
/** Bash answers at once between two commands, and as soon as the command has ended that it waits for. */
const answerMs = { builtIn: 150, afterKill: 500 } as const;
const maxTraceBytes = 200_000;

/**
 * What the service's script is doing at this moment. The trace script makes bash note it on SIGURG, which changes
 * nothing for anybody else; a bash that waits for a program only answers when that has ended, so it is killed then: the
 * run is over anyway.
 */
export async function hungCommand(
  world: RunWorld,
  service: ServiceScript | undefined,
): Promise<HungCommand | undefined> {
  if (service === undefined) return undefined;
  const members = world.scope.members();
  const script = members.find(isShellOfScript);
  if (script === undefined) return undefined;
  const child = members.filter((one) => one.parent === script.pid).at(-1);
  world.scope.signal(script.pid, 'SIGURG');
  let record = await answerOf(world, script.pid, answerMs.builtIn);
  if (record === undefined && child !== undefined) {
    world.scope.signal(child.pid, 'SIGKILL');
    record = await answerOf(world, script.pid, answerMs.afterKill);
  }
  if (record === undefined) return child && otherwise(world, service, child);
  const text = world.ports.files.read(record.file, 5_000_000) ?? '';
  const line = lineOfCommand(text, record.command, record.functionName);
  const source = record.inProgram ? service.source : undefined;
  const at = line === undefined ? undefined : repositorySpan(world, record.file, line, source);
  const noted = world.ports.files.readEnd(world.trace, maxTraceBytes) ?? '';
  return {
    command: record.command,
    at: at ?? (child && placeOfCommand(world, service, child.command)),
    ended: endedJobs(noted, script.pid),
  };
}

const otherwise = (world: RunWorld, service: ServiceScript, child: ProcessInfo): HungCommand => ({
  command: child.command,
  at: placeOfCommand(world, service, child.command),
  ended: [],
});

/** What a script's bash noted, as soon as it has. */
async function answerOf(world: RunWorld, pid: number, limitMs: number): Promise<HangRecord | undefined> {
  const { clock, files } = world.ports;
  const until = clock.now() + limitMs;
  for (;;) {
    const text = files.readEnd(world.trace, maxTraceBytes) ?? '';
    const record = hangRecords(text).findLast((one) => one.script === pid);
    if (record !== undefined || clock.now() >= until) return record;
    await clock.sleep(lookMs);
  }
}
