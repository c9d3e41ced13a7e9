import type { RunPlan } from '../../plan/run-plan.ts';
import type { RunPorts } from '../../ports/run-ports.ts';
import type { Fidelity, JobRecord, RunPhase, RunRecord } from '../../trace/run-record.ts';
import { startScheduler } from '../emulation/batch-scheduler.ts';
import { listenToCommands } from '../emulation/command-requests.ts';
import { endEndpoints, endpointService } from '../endpoint/end-endpoints.ts';
import { watchEndpoints } from '../endpoint/watch-endpoints.ts';
import { startVisits } from '../session/session-visits.ts';
import { serviceLog } from '../verdict/diagnose.ts';
import { gatherLogs, writeDiagnostics } from '../verdict/diagnostics-bundle.ts';
import { reachVerdict } from '../verdict/reach-verdict.ts';
import {
  besideWait,
  observationsOf,
  orderFault,
  unfinished,
  waitVerdict,
} from '../watch/run-observations.ts';
import { type RunProgress, startWorkflow } from '../watch/run-progress.ts';
import { watchService } from '../watch/service-watch.ts';
import { executeBefore, type RunParts } from './execute-before.ts';
import { inspectLeftovers } from './inspect-leftovers.ts';
import type { JobState } from './job-state.ts';
import { joinPath } from './paths.ts';
import { prepareRun, spoolOf } from './prepare-run.ts';
import type { PlainEvent, RunOptions, RunWorld } from './run-world.ts';

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

/** Runs the workflow of a plan, waits for its service, stops it and inspects what is left. */
export async function executePhases(
  plan: RunPlan,
  ports: RunPorts,
  options: RunOptions,
  signal: AbortSignal,
  sinks: RunSinks,
): Promise<RunParts> {
  const marker = crypto.randomUUID();
  const over = new AbortController();
  const world = await sinks.inPhase('prepare', () =>
    prepareRun(plan, ports, options, { ...sinks, marker, over: over.signal }),
  );
  const ended = new AbortController();
  let workflow: Promise<void> = Promise.resolve();
  try {
    sinks.emit({ type: 'run-started', jobDirectory: world.jobDirectory });
    const unprepared = await executeBefore(world, signal);
    if (unprepared !== undefined) return unprepared;
    return await underWay(world, signal, sinks, ended, (finished) => {
      workflow = finished;
    });
  } finally {
    ended.abort();
    await world.scope.close();
    await world.front?.close();
    // Steps whose processes are gone end in a moment; until then they may still write.
    const limit = new AbortController();
    await Promise.race([workflow, ports.clock.sleep(closingMs, limit.signal)]);
    limit.abort();
    over.abort();
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
  const progress: RunProgress = {
    jobs: new Map(),
    failure: undefined,
    service: undefined,
    session: undefined,
    sessionUpdated: () => {},
    changed: () => {},
  };
  const watch = watchService(world, () => progress.service?.injectsMarkers === true);
  const visits = startVisits(world, progress, watch);
  const scheduler = world.emulatesScheduler ? startScheduler(world, spoolOf(world.directory)) : undefined;
  const endpoints = watchEndpoints(world, () => progress.changed());
  const requests = listenToCommands(world);
  const started = await sinks.inPhase('start', async () =>
    startWorkflow(world, progress, watch, AbortSignal.any([stop.signal, requests.cancelled])),
  );
  begun(started.finished);
  const { verdict, session } = await sinks.inPhase('wait', async () => {
    const reached = await reachVerdict(world, progress, watch, endpoints, started, signal);
    const good = reached.failure === undefined && reached.skipped === undefined;
    return { verdict: reached, session: good ? await visits.finish() : undefined };
  });
  await visits.abandon();
  const readyMs = verdict.endpointsReadyMs ?? watch.readySince();
  const service = watch.service() ?? endpointService(world, endpoints);
  const atVerdict = world.elapsed();
  if (verdict.failure !== undefined && world.options.keepIn !== undefined) {
    writeDiagnostics(world, watch.coordination.events);
  }
  const remains = await sinks
    .inPhase('stop', async () => {
      watch.close();
      await endEndpoints(world, endpoints, started.finished);
      stop.abort();
      const limit = new AbortController();
      await Promise.race([
        started.finished,
        world.ports.clock.sleep(plan.limits.stopMs + 2000, limit.signal),
      ]);
      limit.abort();
      requests.close();
      await scheduler?.settle();
      scheduler?.close();
      return undefined;
    })
    .then(() =>
      sinks.inPhase('inspect', () => inspectLeftovers(world, progress.service, unfinished(scheduler))),
    );
  for (const leftover of remains.leftovers) sinks.emit({ type: 'leftover', leftover });
  const wait = waitVerdict(
    plan,
    progress,
    atVerdict,
    Math.round(verdict.endpointsReadyMs === undefined ? watch.unreadyAt() : endpoints.unreadyAt()),
  );
  const late = verdict.skipped === undefined && readyMs !== undefined && verdict.failure === undefined;
  const observations = [
    ...(late ? orderFault(world, progress, watch, wait) : []),
    ...observationsOf(world, progress, remains),
  ];
  const failure = besideWait(verdict.failure, wait) ?? observations[0];
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
    jobs: [...progress.jobs.values()].map(jobRecord),
    leftovers: remains.leftovers,
    log: logOf(world, progress),
    kept: keep(world, outcome),
  };
}

const jobRecord = (state: JobState): JobRecord => ({
  job: state.id,
  outcome: state.outcome === 'waiting' || state.outcome === 'running' ? 'cancelled' : state.outcome,
  ms: state.startedMs === 0 ? 0 : Math.round((state.endedMs || state.startedMs) - state.startedMs),
  outputs: { ...state.outputs },
});

function logOf(world: RunWorld, progress: RunProgress): readonly string[] {
  const log = serviceLog(world, progress.service, logLines);
  const failed = progress.failure?.log ?? [];
  return log.length > 0 ? log : failed;
}

function keep(world: RunWorld, outcome: RunRecord['outcome']): string | undefined {
  const { keepIn, keep: whole } = world.options;
  const { plan } = world;
  if (keepIn === undefined || (outcome !== 'failed' && whole !== 'all')) return undefined;
  const to = joinPath(
    keepIn,
    [plan.name, plan.mode, plan.scenario, ...(plan.repetition === undefined ? [] : [plan.repetition])]
      .join('-')
      .replace(/[^\w.-]/g, '_'),
  );
  world.ports.files.remove(to);
  world.ports.files.move(whole === undefined ? gatherLogs(world) : world.jobDirectory, to);
  return to;
}
