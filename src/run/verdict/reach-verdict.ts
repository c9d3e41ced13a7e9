import type { PlannedWorkflow } from '../../plan/run-plan.ts';
import type { RunFailure } from '../../trace/run-record.ts';
import { endpointsOutOfTime, judgeEndpoints, usesEndpoints } from '../endpoint/judge-endpoints.ts';
import type { EndpointWatch } from '../endpoint/watch-endpoints.ts';
import type { ServiceScript, StepFailure } from '../engine/job-state.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { sayOtherPorts } from '../watch/other-ports.ts';
import type { RunProgress, StartedWorkflow } from '../watch/run-progress.ts';
import type { ServiceProblem } from '../watch/service-state.ts';
import type { ServiceWatch } from '../watch/service-watch.ts';
import { scriptEnded, stepFailed } from './diagnose.ts';
import { outOfTime } from './out-of-time.ts';
import { placeOfProblem, scriptName } from './place-in-script.ts';

/** What was found in the end: why it failed or was not run, else which endpoints serve and since when. */
interface Verdict {
  readonly failure?: RunFailure | undefined;
  readonly skipped?: string | undefined;
  readonly endpointsReadyMs?: number | undefined;
}

/** Waits until the fate of the run is known. */
export async function reachVerdict(
  world: RunWorld,
  progress: RunProgress,
  watch: ServiceWatch,
  endpoints: EndpointWatch,
  workflow: StartedWorkflow,
  signal: AbortSignal,
): Promise<Verdict> {
  const { plan } = world;
  const expectsService = plan.sessions.some((session) => session.kind === 'tunnel');
  let end: Awaited<ServiceWatch['ended']> | undefined;
  void watch.ended.then((value) => {
    end = value;
    if (value.kind === 'ready') world.emit({ type: 'ready', readyMs: Math.round(value.readyMs) });
    progress.changed();
  });
  for (;;) {
    const woken = new Promise<void>((done) => {
      progress.changed = done;
    });
    const pause = async (ms: number): Promise<void> => {
      const paused = new AbortController();
      await Promise.race([woken, world.ports.clock.sleep(ms, AbortSignal.any([signal, paused.signal]))]);
      paused.abort();
    };
    if (signal.aborted) return { skipped: 'interrupted' };
    if (!expectsService && usesEndpoints(endpoints)) {
      const found = endpointVerdict(world, progress, endpoints, workflow);
      if (found !== undefined) return found;
      await pause(200);
      continue;
    }
    const failure = failureNow(world, progress, watch, end, workflow.over());
    // Without a service to wait for, the jobs after a failure are run as on the platform.
    if (failure !== undefined && (expectsService || workflow.over())) return { failure };
    const readySince = end?.kind === 'ready' ? end.readyMs : undefined;
    if (readySince !== undefined && othersEnded(plan.workflow, progress, servingJobs(progress, watch.step())))
      return {};
    if (!expectsService && workflow.over()) return {};
    const deadline =
      readySince === undefined ? plan.limits.startMs : readySince + plan.limits.stableMs + plan.limits.waitMs;
    const left = deadline - world.elapsed();
    if (left <= 0)
      return readySince === undefined
        ? { failure: failure ?? (await outOfTime(world, progress, watch)) }
        : {};
    await pause(Math.min(left, 200));
  }
}

/** The verdict of a run whose service is an endpoint; `undefined` while it is not known. */
function endpointVerdict(
  world: RunWorld,
  progress: RunProgress,
  endpoints: EndpointWatch,
  workflow: StartedWorkflow,
): Verdict | undefined {
  const { limits, workflow: planned } = world.plan;
  const judged = judgeEndpoints(world, progress, endpoints, workflow.overMs());
  if (judged.kind === 'failed') return { failure: judged.failure };
  const readyMs = judged.kind === 'ready' ? judged.readyMs : undefined;
  if (judged.kind === 'ready' && (workflow.over() || othersEnded(planned, progress, judged.jobs))) {
    world.emit({ type: 'ready', readyMs: Math.round(judged.readyMs) });
    return { endpointsReadyMs: readyMs };
  }
  const deadline = readyMs === undefined ? limits.startMs : readyMs + limits.stableMs + limits.waitMs;
  return world.elapsed() < deadline ? undefined : { failure: endpointsOutOfTime(world, progress, endpoints) };
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
  progress: RunProgress,
  watch: ServiceWatch,
  end: Awaited<ServiceWatch['ended']> | undefined,
  over: boolean,
): RunFailure | undefined {
  const { failure, service } = progress;
  const commands = (watch.service()?.listening ?? []).flatMap((one) => one.command ?? []);
  const placed = (problem: ServiceProblem): RunFailure => ({
    ...sayOtherPorts(world, problem, watch.opened()),
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

/** The jobs that run the service of a session. */
function servingJobs(progress: RunProgress, step: string | undefined): ReadonlySet<string> {
  return new Set([progress.service?.job ?? [], step?.split('/')[0] ?? []].flat());
}

/** Whether every job has ended but those that run the service and those that wait for them. */
function othersEnded(
  workflow: PlannedWorkflow,
  progress: RunProgress,
  holding: ReadonlySet<string>,
): boolean {
  const serving = new Set(holding);
  let grown = true;
  while (grown) {
    grown = false;
    for (const job of workflow.jobs) {
      if (!serving.has(job.id) && job.needs.some((need) => serving.has(need.job))) {
        serving.add(job.id);
        grown = true;
      }
    }
  }
  return workflow.jobs
    .filter((job) => !serving.has(job.id))
    .every((job) =>
      [...progress.jobs.values()].some((state) => state.job.id === job.id && state.outcome !== 'running'),
    );
}
