import { sentenceOf } from '../../diagnostics/fault-trace.ts';
import type { RunPlan } from '../../plan/run-plan.ts';
import type { RunPorts } from '../../ports/run-ports.ts';
import type { Fidelity, JobRecord, RunPhase, RunRecord, SessionVisit } from '../../trace/run-record.ts';
import { startScheduler } from '../emulation/batch-scheduler.ts';
import { listenToCommands } from '../emulation/command-requests.ts';
import { endEndpoints, endpointService } from '../endpoint/end-endpoints.ts';
import { watchEndpoints } from '../endpoint/watch-endpoints.ts';
import { type SessionVisits, startVisits } from '../session/session-visits.ts';
import { serviceLog } from '../verdict/diagnose.ts';
import { gatherLogs, writeDiagnostics } from '../verdict/diagnostics-bundle.ts';
import { goneSinceReady } from '../verdict/failure-now.ts';
import { excused, reachVerdict } from '../verdict/reach-verdict.ts';
import { sessionFailure } from '../verdict/session-failure.ts';
import type { Verdict, VerdictSources } from '../verdict/verdict-sources.ts';
import { besideWait, observationsOf, unfinished, waitVerdict } from '../watch/run-observations.ts';
import { type RunProgress, runProgress, startWorkflow } from '../watch/run-progress.ts';
import { type WatchEnd, watchService } from '../watch/service-watch.ts';
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
  // short, because it is in every path: that of a socket, such as Ray's below TMPDIR, has at most 107 characters
  const marker = crypto.randomUUID().slice(0, 8);
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
    await withinLimit(world, workflow, closingMs);
    over.abort();
    clearUp(world);
  }
}

/** Removes the run's folder; when that fails, the record of the run is worth more than an empty disk. */
function clearUp(world: RunWorld): void {
  const why = tried(world, 'clean-up', () => world.ports.files.remove(world.directory));
  if (why !== undefined) {
    world.note({ what: 'clean-up', how: 'skipped', why: `${world.directory} is still there: ${why}` });
  }
}

/** Does what the verdict does not depend on; a full disk, for one, is noted and ends nothing. */
function tried<Result>(world: RunWorld, what: string, work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    world.note({ what, how: 'skipped', why: sentenceOf(error) });
    return undefined;
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
  const progress = runProgress();
  const watch = watchService(world, () => progress.service?.injectsMarkers === true);
  const visits = startVisits(world, progress, watch);
  const scheduler = world.emulatesScheduler ? startScheduler(world, spoolOf(world.directory)) : undefined;
  const endpoints = watchEndpoints(world, () => progress.changed());
  const requests = listenToCommands(world);
  const workflow = await sinks.inPhase('start', async () =>
    startWorkflow(world, progress, watch, endpoints, AbortSignal.any([stop.signal, requests.cancelled])),
  );
  begun(workflow.finished);
  let end: WatchEnd | undefined;
  void watch.ended.then((ended) => {
    end = ended;
  });
  const sources: VerdictSources = { world, progress, watch, endpoints, workflow, end: () => end };
  const { verdict, session } = await sinks.inPhase('wait', () => judge(sources, visits, signal));
  await visits.abandon();
  const readyMs = verdict.endpointsReadyMs ?? watch.readySince();
  const service = watch.service() ?? endpointService(world, endpoints);
  const unreadyAt = verdict.endpointsReadyMs === undefined ? watch.unreadyAt() : endpoints.unreadyAt();
  const wait = waitVerdict(plan, progress, world.elapsed(), Math.round(unreadyAt));
  if (verdict.failure !== undefined && world.options.keepIn !== undefined) {
    tried(world, 'diagnostics', () => writeDiagnostics(world, watch.coordination.events));
  }
  const stopping = world.elapsed();
  await sinks.inPhase('stop', async () => {
    watch.close();
    await endEndpoints(world, endpoints, workflow.finished);
    stop.abort();
    await withinLimit(world, workflow.finished, plan.limits.stopMs + 2000);
    requests.close();
    await scheduler?.settle();
    scheduler?.close();
  });
  const remains = await sinks.inPhase('inspect', () =>
    inspectLeftovers(world, {
      service: progress.service,
      port: service?.port,
      stopping,
      emulated: unfinished(scheduler),
    }),
  );
  for (const leftover of remains.leftovers) sinks.emit({ type: 'leftover', leftover });
  // A script that left its service in the background has that one fault.
  const observations =
    verdict.failure?.cause === 'exited-early' ? [] : observationsOf(world, progress, remains);
  const skipped = verdict.skipped;
  const failure = besideWait(verdict.failure, wait) ?? observations.find((one) => one.severity === undefined);
  const outcome = skipped !== undefined ? 'skipped' : failure === undefined ? 'passed' : 'failed';
  return {
    outcome,
    failure: skipped === undefined ? failure : verdict.failure,
    observations: observations.filter((one) => one !== failure),
    skipped,
    readyMs: readyMs === undefined ? undefined : Math.round(readyMs),
    detectMs: watch.detectMs(),
    stopMs: remains.stopMs,
    service,
    session,
    coordination: watch.coordination.events,
    wait,
    jobs: [...progress.jobs.values()].map(jobRecord),
    leftovers: remains.leftovers,
    log: logOf(world, progress),
    kept: tried(world, 'diagnostics', () => keep(world, outcome)),
  };
}

/** The verdict of the run, and what a user would see of its session; that is asked for when all else is well. */
async function judge(
  sources: VerdictSources,
  visits: SessionVisits,
  signal: AbortSignal,
): Promise<{ readonly verdict: Verdict; readonly session: SessionVisit | undefined }> {
  const verdict = await reachVerdict(sources, signal);
  if (verdict.failure !== undefined || verdict.skipped !== undefined) return { verdict, session: undefined };
  const session = await visits.finish();
  const failure = session === undefined ? undefined : sessionFailure(session, sources.watch.service()?.port);
  if (failure === undefined) return { verdict, session };
  // a page that gives no answer because the service has gone since
  return { verdict: await excused(sources, goneSinceReady(sources) ?? failure), session };
}

async function withinLimit(world: RunWorld, work: Promise<unknown>, limitMs: number): Promise<void> {
  const limit = new AbortController();
  await Promise.race([work, world.ports.clock.sleep(limitMs, limit.signal)]);
  limit.abort();
}

const jobRecord = (state: JobState): JobRecord => ({
  job: state.id,
  outcome: state.outcome === 'waiting' || state.outcome === 'running' ? 'cancelled' : state.outcome,
  ms: state.startedMs === 0 ? 0 : Math.round((state.endedMs || state.startedMs) - state.startedMs),
  endedMs: state.endedMs === 0 ? undefined : Math.round(state.endedMs),
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
