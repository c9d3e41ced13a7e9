import type { RunPlan } from '../../plan/run-plan.ts';
import type { ProcessInfo } from '../../ports/processes.ts';
import type { RunFailure, WaitVerdict } from '../../trace/run-record.ts';
import type { BatchScheduler } from '../emulation/batch-scheduler.ts';
import type { LeftoverInspection } from '../engine/inspect-leftovers.ts';
import type { ServiceScript } from '../engine/job-state.ts';
import type { RunWorld } from '../engine/run-world.ts';
import {
  placeOfCommand,
  lastCommand as placeOfLastCommand,
  placeOfTrap,
  placeOfWriting,
  scriptName,
  scriptPlace,
  textOfScript,
} from '../verdict/place-in-script.ts';
import { placeOfAuthoredCommand } from '../verdict/place-of-made-line.ts';
import type { RunProgress } from './run-progress.ts';
import type { ServiceWatch } from './service-watch.ts';

/** The batch jobs of the emulated scheduler that have not ended. */
export const unfinished = (scheduler: BatchScheduler | undefined): readonly string[] =>
  (scheduler?.jobs() ?? [])
    .filter((job) => job.state === 'PENDING' || job.state === 'RUNNING')
    .map((job) => job.id);

/** What outlived the job, as a failure with its place; one at most. */
export function observationsOf(
  world: RunWorld,
  progress: RunProgress,
  remains: LeftoverInspection,
): readonly RunFailure[] {
  const { service } = progress;
  const { processes } = remains;
  const first = scriptPlace(world, service);
  const open = remains.leftovers.find((one) => one.kind === 'port');
  if (processes.length === 0 && open !== undefined) {
    return [
      {
        cause: 'left-port',
        message: `port ${open.port} stays open after the job was cancelled: a daemon holds it that the job does not own`,
        at: placeOfLastCommand(world, service) ?? first,
        help: 'end what the daemon runs in a trap (trap … EXIT) or in cancel.sh, as with "docker stop"',
      },
    ];
  }
  if (processes.length === 0) {
    const slow = slowStop(world, progress, remains);
    const jobs = remains.leftovers.flatMap((one) => (one.kind === 'batch-job' ? [one.id] : []));
    if (jobs.length === 0) return slow === undefined ? [] : [slow];
    const message = `batch job ${jobs.join(', ')} was still in the queue after the run was cancelled`;
    return [
      {
        cause: 'left-processes',
        message,
        at: first,
        help: 'cancel it in the clean-up of the step that submitted it',
      },
    ];
  }
  if (remains.script) {
    return [
      {
        cause: 'not-stopped',
        message: `${scriptName(world, service)} was still running ${world.plan.limits.stopMs / 1000} s after it was cancelled`,
        at: placeOfTrap(world, service) ?? first,
        help: 'let the trap on TERM end the script',
      },
    ];
  }
  const shown = processes
    .slice(0, 3)
    .map((one) => `"${shownCommand(one.command)}"`)
    .join(', ');
  const more = processes.length > 3 ? ` and ${processes.length - 3} more` : '';
  const placeOf = service === undefined ? placeOfAuthoredCommand : undefined;
  const places = processes.flatMap(
    (one) => placeOf?.(world, one.command) ?? placeOfCommand(world, service, one.command) ?? [],
  );
  const port = open;
  if (port !== undefined && processes.every((one) => isDaemonOfItself(world, service, one))) {
    return [
      {
        cause: 'left-port',
        message: `${shown}${more} went into the background by itself and outlived the job after it was cancelled; it still listens on port ${port.port}`,
        at: places[0] ?? first,
        help: 'keep it in the foreground if it can, or end it in a trap (trap … EXIT) or in cancel.sh',
        severity: 'note',
      },
    ];
  }
  return [
    {
      cause: port === undefined ? 'left-processes' : 'left-port',
      message: `${shown}${more} outlived the job after it was cancelled${port === undefined ? '' : ` and still listens on port ${port.port}`}`,
      at: places[0] ?? first,
      help: 'end it in a trap (trap … EXIT) or in cancel.sh',
    },
  ];
}

const shownLength = 80;

/** A command as a report shows it: its program without folders, and no more than tells it from others. */
function shownCommand(command: string): string {
  const short = command.replace(/^\S*\//, '');
  return short.length > shownLength ? `${short.slice(0, shownLength - 1)}…` : short;
}

/** What detaches a command: a single `&`, or a program that starts it apart from the script. */
const detaches = /(?<![&<>|])&(?![&>\d-])|\b(?:setsid|nohup|disown|coproc)\b/;

/**
 * Whether a process that outlived the job was started in the foreground and nobody could tell it to end: then its program
 * made a daemon of itself, as its author means it to, and a script that goes on beside it waits for its end.
 */
function isDaemonOfItself(world: RunWorld, service: ServiceScript | undefined, one: ProcessInfo): boolean {
  if (world.signalled.has(one.pid)) return false;
  const place = placeOfCommand(world, service, one.command);
  if (place === undefined) return false;
  const text = textOfScript(world, service).slice(place.start).replace(/\\\n/g, ' ');
  const [line = ''] = text.split('\n', 1);
  return !detaches.test(line);
}

/** A stop that takes longer is worth knowing: the platform ends what is not gone after twice this time, in milliseconds. */
const slowMs = 5000;

/** A service that ended by itself, later than a user who cancels it would like. */
function slowStop(
  world: RunWorld,
  progress: RunProgress,
  remains: LeftoverInspection,
): RunFailure | undefined {
  const { service } = progress;
  const { stopMs } = remains;
  if (service === undefined || stopMs === undefined || stopMs < slowMs) return undefined;
  return {
    cause: 'not-stopped',
    message: `${scriptName(world, service)} took ${(stopMs / 1000).toFixed(1)} s to end after it was cancelled; it gets ${world.plan.limits.stopMs / 1000} s`,
    at: placeOfTrap(world, service) ?? scriptPlace(world, service),
    help: 'let the trap on TERM end the service at once',
    severity: 'note',
  };
}

/** How long the files may lag behind job.started: the wait step of the guide reads them two seconds after it. */
const lagMs = 1500;

/** job.started long before SESSION_PORT, and a wait step that stumbled over it. */
export function orderFault(
  world: RunWorld,
  progress: RunProgress,
  watch: ServiceWatch,
  wait: WaitVerdict | undefined,
): readonly RunFailure[] {
  const { events } = watch.coordination;
  const started = events.find((one) => one.file === 'job.started');
  const port = events.find((one) => one.file === 'SESSION_PORT');
  if (started === undefined || port === undefined || wait === undefined || wait.said === 'ready') return [];
  const lag = port.atMs - started.atMs;
  if (lag < lagMs) return [];
  const writer =
    started.by === 'job_runner' ? 'job_runner wrote job.started (inject_markers)' : 'job.started was written';
  return [
    {
      cause: 'marker-order',
      message: `${writer} ${(lag / 1000).toFixed(1)} s before SESSION_PORT, and job "${wait.job}" did not get over it`,
      at: placeOfWriting(world, progress.service, 'SESSION_PORT') ?? scriptPlace(world, progress.service),
      help:
        started.by === 'job_runner'
          ? 'set "inject_markers: false" and write the markers in start.sh, job.started last; or let the wait step wait for SESSION_PORT'
          : 'touch job.started after HOSTNAME and SESSION_PORT have been written',
    },
  ];
}

/** What the workflow's own wait step said until the verdict was reached. */
export function waitVerdict(
  plan: RunPlan,
  progress: RunProgress,
  atVerdict: number,
  notReadyAtMs: number,
): WaitVerdict | undefined {
  const job = plan.workflow.jobs.find((one) => one.id === plan.waitJob);
  if (job === undefined) return undefined;
  const state = progress.jobs.get(job.id);
  const at = job.steps[0]?.at ?? job.at;
  if (state === undefined || state.endedMs === 0 || state.endedMs > atVerdict)
    return { job: job.id, at, said: 'nothing' };
  const atMs = Math.round(state.endedMs);
  if (state.outcome === 'passed') return { job: job.id, at, said: 'ready', atMs, notReadyAtMs };
  return { job: job.id, at, said: state.outcome === 'failed' ? 'not-ready' : 'nothing', atMs };
}

/** A failure with what the workflow's own wait step made of it, when it said something. */
export function besideWait(
  failure: RunFailure | undefined,
  wait: WaitVerdict | undefined,
): RunFailure | undefined {
  if (failure === undefined || wait?.atMs === undefined || wait.said === 'nothing') return failure;
  const { at } = failure;
  if (at !== undefined && at.file === wait.at.file && at.start === wait.at.start) return failure;
  const words = wait.said === 'ready' ? 'said that the service is ready' : 'gave up waiting for the service';
  const text = `job "${wait.job}" ${words} after ${(wait.atMs / 1000).toFixed(1)} s`;
  return { ...failure, related: [...(failure.related ?? []), { span: wait.at, text }] };
}
