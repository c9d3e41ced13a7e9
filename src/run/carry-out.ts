import type { RunPlan } from '../plan/run-plan.ts';
import type { ProcessInfo } from '../ports/processes.ts';
import type { RunPorts } from '../ports/run-ports.ts';
import type {
  Fidelity,
  JobRecord,
  RunFailure,
  RunPhase,
  RunRecord,
  SessionVisit,
  WaitVerdict,
} from '../trace/run-record.ts';
import { startScheduler } from './batch-scheduler.ts';
import { scriptEnded, serviceLog, stepFailed } from './diagnose.ts';
import type { JobState, ServiceScript, StepFailure } from './job-state.ts';
import { joinPath } from './paths.ts';
import {
  placeOfCommand,
  placeOfProblem,
  placeOfTrap,
  placeOfWriting,
  scriptName,
  scriptPlace,
} from './place-in-script.ts';
import { emulatesScheduler, prepareRun, spoolOf } from './prepare-run.ts';
import { runWorkflow } from './run-workflow.ts';
import type { PlainEvent, RunOptions, RunWorld } from './run-world.ts';
import type { ServiceProblem } from './service-state.ts';
import { type ServiceWatch, watchService } from './service-watch.ts';
import { inspectRemains, type Remains } from './stop-run.ts';
import { visitSession } from './visit-session.ts';
import type { SessionTarget } from './workflow-run.ts';

/** What a run found out; the rest of the record is the plan's. */
export type RunParts = Omit<RunRecord, 'workflow' | 'path' | 'mode' | 'scenario' | 'phases' | 'fidelity'>;

/** Whom a run tells what it does. */
export interface RunSinks {
  readonly elapsed: () => number;
  readonly emit: (event: PlainEvent) => void;
  readonly note: (fidelity: Fidelity) => void;
  readonly inPhase: <Result>(phase: RunPhase, work: () => Promise<Result>) => Promise<Result>;
}

const logLines = 60;
/** After everything was killed, until the engine has noticed. */
const closingMs = 5000;

/** What happens in the workflow, as far as the verdict needs it. */
interface Happenings {
  readonly jobs: Map<string, JobState>;
  failure: StepFailure | undefined;
  service: ServiceScript | undefined;
  /** Where the last update-session pointed. */
  session: SessionTarget | undefined;
  /** Wakes whoever waits for a change. */
  changed: () => void;
}

/** Runs the workflow of a plan, waits for its service, stops it and inspects what is left. */
export async function carryOut(
  plan: RunPlan,
  ports: RunPorts,
  options: RunOptions,
  signal: AbortSignal,
  sinks: RunSinks,
): Promise<RunParts> {
  const marker = crypto.randomUUID();
  const world = await sinks.inPhase('prepare', () => prepareRun(plan, ports, options, { ...sinks, marker }));
  const ended = new AbortController();
  let workflow: Promise<void> = Promise.resolve();
  try {
    sinks.emit({ type: 'run-started', jobDirectory: world.jobDirectory });
    return await underWay(world, signal, sinks, ended, (finished) => {
      workflow = finished;
    });
  } finally {
    ended.abort();
    await world.scope.close();
    // Steps whose processes are gone end in a moment; until then they may still write.
    const limit = new AbortController();
    await Promise.race([workflow, ports.clock.sleep(closingMs, limit.signal)]);
    limit.abort();
    ports.files.remove(world.directory);
  }
}

async function underWay(
  world: RunWorld,
  signal: AbortSignal,
  sinks: RunSinks,
  stop: AbortController,
  begun: (finished: Promise<void>) => void,
): Promise<RunParts> {
  const { plan } = world;
  const happenings: Happenings = {
    jobs: new Map(),
    failure: undefined,
    service: undefined,
    session: undefined,
    changed: () => {},
  };
  const watch = watchService(world, () => happenings.service?.injectsMarkers === true);
  const scheduler = emulatesScheduler(plan, world.ports)
    ? startScheduler(world, spoolOf(world.directory))
    : undefined;
  const started = await sinks.inPhase('start', async () =>
    startWorkflow(world, happenings, watch, stop.signal),
  );
  begun(started.finished);
  const verdict = await sinks.inPhase('wait', () => reachVerdict(world, happenings, watch, started, signal));
  const readyMs = watch.readySince();
  const service = watch.service();
  const session = verdict.failure === undefined ? await visit(world, happenings) : undefined;
  const atVerdict = world.elapsed();
  const remains = await sinks
    .inPhase('stop', async () => {
      watch.close();
      stop.abort();
      const limit = new AbortController();
      await Promise.race([
        started.finished,
        world.ports.clock.sleep(plan.limits.stopMs + 2000, limit.signal),
      ]);
      limit.abort();
      await scheduler?.settle();
      scheduler?.close();
      return undefined;
    })
    .then(() => sinks.inPhase('inspect', () => inspectRemains(world, happenings.service)));
  for (const leftover of remains.leftovers) sinks.emit({ type: 'leftover', leftover });
  const wait = waitVerdict(plan, happenings, atVerdict, Math.round(watch.unreadyAt()));
  const late = verdict.skipped === undefined && readyMs !== undefined && verdict.failure === undefined;
  const observations = [
    ...(late ? orderFault(world, happenings, watch, wait) : []),
    ...observationsOf(world, happenings, remains),
  ];
  const failure = verdict.failure ?? observations[0];
  const outcome = verdict.skipped !== undefined ? 'skipped' : failure === undefined ? 'passed' : 'failed';
  return {
    outcome,
    failure,
    observations: verdict.failure === undefined ? observations.slice(1) : observations,
    skipped: verdict.skipped,
    readyMs: readyMs === undefined ? undefined : Math.round(readyMs),
    detectMs: watch.detectMs(),
    service,
    session,
    coordination: watch.coordination.events,
    wait,
    jobs: [...happenings.jobs.values()].map(jobRecord),
    leftovers: remains.leftovers,
    log: logOf(world, happenings),
    kept: keep(world, outcome),
  };
}

/** Opens the session as its user would, when there is one. */
async function visit(world: RunWorld, { session }: Happenings): Promise<SessionVisit | undefined> {
  if (session === undefined) return undefined;
  const proxy = await world.ports.sessions.open();
  try {
    return await visitSession(world, proxy, session);
  } finally {
    await proxy.close();
  }
}

interface StartedWorkflow {
  readonly finished: Promise<void>;
  readonly over: () => boolean;
}

function startWorkflow(
  world: RunWorld,
  happenings: Happenings,
  watch: ServiceWatch,
  signal: AbortSignal,
): StartedWorkflow {
  let over = false;
  const finished = runWorkflow({
    world,
    workflow: world.plan.workflow,
    inputs: world.plan.inputs,
    directory: world.jobDirectory,
    logs: joinPath(world.jobDirectory, 'logs'),
    above: [],
    service: undefined,
    signal,
    sinks: {
      failed(failure) {
        // A wait step may be quicker to say that the job has ended than the job runner itself.
        if (happenings.failure === undefined || failure.service === 'script') happenings.failure = failure;
        happenings.changed();
      },
      serviceStarted(service) {
        happenings.service ??= service;
      },
      serviceEnded: () => happenings.changed(),
      sessionUpdated(target) {
        watch.sessionAt(target);
        happenings.session = target;
        world.ports.files.write(joinPath(world.commands, 'sessions.txt'), `${target.session}\trunning\n`);
      },
      jobChanged(state) {
        happenings.jobs.set(state.id, state);
        const { outcome } = state;
        if (outcome !== 'waiting') {
          world.emit({ type: 'job', job: state.id, state: outcome === 'running' ? 'started' : outcome });
        }
        happenings.changed();
      },
    },
  }).then(() => {
    over = true;
    happenings.changed();
  });
  return { finished, over: () => over };
}

interface Verdict {
  readonly failure?: RunFailure | undefined;
  readonly skipped?: string | undefined;
}

/** Waits until the fate of the run is known. */
async function reachVerdict(
  world: RunWorld,
  happenings: Happenings,
  watch: ServiceWatch,
  workflow: StartedWorkflow,
  signal: AbortSignal,
): Promise<Verdict> {
  const { plan } = world;
  const expectsService = plan.sessions.some((session) => session.kind === 'tunnel');
  let end: Awaited<ServiceWatch['ended']> | undefined;
  void watch.ended.then((value) => {
    end = value;
    if (value.kind === 'ready') world.emit({ type: 'ready', readyMs: Math.round(value.readyMs) });
    happenings.changed();
  });
  for (;;) {
    const woken = new Promise<void>((done) => {
      happenings.changed = done;
    });
    if (signal.aborted) return { skipped: 'interrupted' };
    const failure = failureNow(world, happenings, watch, end, workflow.over());
    // Without a service to wait for, the jobs after a failure are run as on the platform.
    if (failure !== undefined && (expectsService || workflow.over())) return { failure };
    const readySince = end?.kind === 'ready' ? end.readyMs : undefined;
    if (readySince !== undefined && othersEnded(plan, happenings, watch.step())) return {};
    if (!expectsService && workflow.over()) return {};
    const deadline =
      readySince === undefined ? plan.limits.startMs : readySince + plan.limits.stableMs + plan.limits.waitMs;
    const left = deadline - world.elapsed();
    if (left <= 0) return readySince === undefined ? { failure: timeout(world, happenings, watch) } : {};
    const paused = new AbortController();
    await Promise.race([
      woken,
      world.ports.clock.sleep(Math.min(left, 200), AbortSignal.any([signal, paused.signal])),
    ]);
    paused.abort();
  }
}

/** From `job.ended` until the job runner itself has ended, at most. */
const endingMs = 3000;

/** How the service's script ended, as soon as that is known. */
function scriptStatus(
  failure: StepFailure | undefined,
  service: ServiceScript | undefined,
): { readonly status: number | undefined } | undefined {
  if (failure?.service === 'script') return { status: failure.status };
  return failure?.service === 'action' ? undefined : service?.ended;
}

function failureNow(
  world: RunWorld,
  happenings: Happenings,
  watch: ServiceWatch,
  end: Awaited<ServiceWatch['ended']> | undefined,
  over: boolean,
): RunFailure | undefined {
  const { failure, service } = happenings;
  const commands = (watch.service()?.listening ?? []).flatMap((one) => one.command ?? []);
  const placed = (problem: ServiceProblem): RunFailure => ({
    ...problem,
    at: placeOfProblem(world, service, problem, commands),
  });
  const unstable = (why: string): RunFailure => ({
    cause: 'unstable',
    message: `the service went away within ${world.plan.limits.stableMs} ms after it was ready: ${why}`,
    at: placeOfProblem(world, service, { cause: 'unstable', message: why }, commands),
  });
  if (end?.kind === 'unstable') return unstable(end.problem.message);
  if (end?.kind === 'ready')
    return failure === undefined || failure.service === 'script' ? undefined : stepFailed(failure);
  const ended = scriptStatus(failure, service);
  if (service !== undefined && ended !== undefined) {
    const alive =
      failure === undefined &&
      world.scope.members().some((one) => one.step?.startsWith(`${service.job}/`) === true);
    if (!alive) {
      if (watch.readySince() === undefined) return scriptEnded(world, service, ended.status, watch.problem());
      return unstable(`${scriptName(world, service)} ended with status ${ended.status ?? 'unknown'}`);
    }
  }
  if (failure !== undefined) {
    // The job runner says that its job has ended a moment before it ends; what happened then is known in a moment.
    if (
      failure.jobs[0] === world.plan.waitJob &&
      service !== undefined &&
      watch.coordination.content('job.ended') !== undefined
    ) {
      if (world.elapsed() - failure.atMs < endingMs) return undefined;
    }
    const problem = watch.problem();
    const waiting = failure.jobs[0] === world.plan.waitJob && failure.unsupported === undefined;
    // A wait step that gave up is the messenger: what it waited for is the cause.
    if (waiting && failure.at.file !== undefined && problem.cause !== 'marker-missing')
      return placed(problem);
    return stepFailed(failure);
  }
  if (end?.kind === 'hopeless') return placed(end.problem);
  if (over && world.plan.sessions.some((session) => session.kind === 'tunnel'))
    return placed(watch.problem());
  return undefined;
}

/** The command that the service's script is waiting for, found among its processes. */
function hungCommand(world: RunWorld, service: ServiceScript | undefined): ProcessInfo | undefined {
  if (service === undefined) return undefined;
  const members = world.scope.members();
  const script = members.find((one) =>
    /(?:^|[\s/])(?:run\.sh|slurm_script|\S+\.SC)(?:\s|$)/.test(one.command),
  );
  return script && members.findLast((one) => one.parent === script.pid);
}

function timeout(world: RunWorld, happenings: Happenings, watch: ServiceWatch): RunFailure {
  const problem = watch.problem();
  const seconds = Math.round(world.plan.limits.startMs / 1000);
  const { service } = happenings;
  if (service === undefined || watch.coordination.content('job.started') === undefined) {
    const hung = hungCommand(world, service);
    return {
      cause: 'timeout',
      message: `${hung === undefined ? "the service's script did not get as far as job.started" : `"${hung.command}" was still running`} after ${seconds} s`,
      at: (hung && placeOfCommand(world, service, hung.command)) ?? scriptPlace(world, service),
    };
  }
  const commands = (watch.service()?.listening ?? []).flatMap((one) => one.command ?? []);
  return {
    ...problem,
    message: `${problem.message} within ${seconds} s`,
    at: placeOfProblem(world, happenings.service, problem, commands),
  };
}

/** Whether every job has ended but the one that runs the service and those that wait for it. */
function othersEnded(plan: RunPlan, happenings: Happenings, step: string | undefined): boolean {
  const serving = new Set([happenings.service?.job, step?.split('/')[0]]);
  let grown = true;
  while (grown) {
    grown = false;
    for (const job of plan.workflow.jobs) {
      if (!serving.has(job.id) && job.needs.some((need) => serving.has(need.job))) {
        serving.add(job.id);
        grown = true;
      }
    }
  }
  return plan.workflow.jobs
    .filter((job) => !serving.has(job.id))
    .every((job) =>
      [...happenings.jobs.values()].some((state) => state.job.id === job.id && state.outcome !== 'running'),
    );
}

function observationsOf(world: RunWorld, happenings: Happenings, remains: Remains): readonly RunFailure[] {
  const { service } = happenings;
  const { processes } = remains;
  if (processes.length === 0) return [];
  const first = scriptPlace(world, service);
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
    .map((one) => `"${one.command}"`)
    .join(', ');
  const more = processes.length > 3 ? ` and ${processes.length - 3} more` : '';
  const places = processes.flatMap((one) => placeOfCommand(world, service, one.command) ?? []);
  const port = remains.leftovers.find((one) => one.kind === 'port');
  return [
    {
      cause: port === undefined ? 'left-processes' : 'left-port',
      message: `${shown}${more} outlived the job after it was cancelled${port === undefined ? '' : ` and still listens on port ${port.port}`}`,
      at: places[0] ?? first,
      help: 'end it in a trap (trap … EXIT) or in cancel.sh',
    },
  ];
}

/** How long the files may lag behind job.started: the wait step of the guide reads them two seconds after it. */
const lagMs = 1500;

/** job.started long before SESSION_PORT, and a wait step that stumbled over it. */
function orderFault(
  world: RunWorld,
  happenings: Happenings,
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
      at: placeOfWriting(world, happenings.service, 'SESSION_PORT') ?? scriptPlace(world, happenings.service),
      help:
        started.by === 'job_runner'
          ? 'set "inject_markers: false" and write the markers in start.sh, job.started last; or let the wait step wait for SESSION_PORT'
          : 'touch job.started after HOSTNAME and SESSION_PORT have been written',
    },
  ];
}

function waitVerdict(
  plan: RunPlan,
  happenings: Happenings,
  atVerdict: number,
  notReadyAtMs: number,
): WaitVerdict | undefined {
  const job = plan.workflow.jobs.find((one) => one.id === plan.waitJob);
  if (job === undefined) return undefined;
  const state = happenings.jobs.get(job.id);
  const at = job.steps[0]?.at ?? job.at;
  if (state === undefined || state.endedMs === 0 || state.endedMs > atVerdict)
    return { job: job.id, at, said: 'nothing' };
  const atMs = Math.round(state.endedMs);
  if (state.outcome === 'passed') return { job: job.id, at, said: 'ready', atMs, notReadyAtMs };
  return { job: job.id, at, said: state.outcome === 'failed' ? 'not-ready' : 'nothing', atMs };
}

const jobRecord = (state: JobState): JobRecord => ({
  job: state.id,
  outcome: state.outcome === 'waiting' || state.outcome === 'running' ? 'cancelled' : state.outcome,
  ms: state.startedMs === 0 ? 0 : Math.round((state.endedMs || state.startedMs) - state.startedMs),
  outputs: { ...state.outputs },
});

function logOf(world: RunWorld, happenings: Happenings): readonly string[] {
  const log = serviceLog(world, happenings.service, logLines);
  const failed = happenings.failure?.log ?? [];
  return log.length > 0 ? log : failed;
}

function keep(world: RunWorld, outcome: RunRecord['outcome']): string | undefined {
  const { keepIn, keep: always } = world.options;
  if (keepIn === undefined || (outcome === 'passed' && always !== true)) return undefined;
  const to = joinPath(
    keepIn,
    `${world.plan.name}-${world.plan.mode}-${world.plan.scenario}`.replace(/[^\w.-]/g, '_'),
  );
  world.ports.files.remove(to);
  world.ports.files.move(world.jobDirectory, to);
  return to;
}
