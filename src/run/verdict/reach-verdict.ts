import type { RunPlan } from '../../plan/run-plan.ts';
import type { RunFailure } from '../../trace/run-record.ts';
import type { ServiceScript, StepFailure } from '../engine/job-state.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { sayOtherPorts } from '../watch/other-ports.ts';
import type { RunProgress, StartedWorkflow } from '../watch/run-progress.ts';
import type { ServiceProblem } from '../watch/service-state.ts';
import type { ServiceWatch } from '../watch/service-watch.ts';
import { scriptEnded, stepFailed } from './diagnose.ts';
import { outOfTime } from './out-of-time.ts';
import { placeOfProblem, scriptName } from './place-in-script.ts';

interface Verdict {
  readonly failure?: RunFailure | undefined;
  readonly skipped?: string | undefined;
}

/** Waits until the fate of the run is known. */
export async function reachVerdict(
  world: RunWorld,
  progress: RunProgress,
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
    progress.changed();
  });
  for (;;) {
    const woken = new Promise<void>((done) => {
      progress.changed = done;
    });
    if (signal.aborted) return { skipped: 'interrupted' };
    const failure = failureNow(world, progress, watch, end, workflow.over());
    // Without a service to wait for, the jobs after a failure are run as on the platform.
    if (failure !== undefined && (expectsService || workflow.over())) return { failure };
    const readySince = end?.kind === 'ready' ? end.readyMs : undefined;
    if (readySince !== undefined && othersEnded(plan, progress, watch.step())) return {};
    if (!expectsService && workflow.over()) return {};
    const deadline =
      readySince === undefined ? plan.limits.startMs : readySince + plan.limits.stableMs + plan.limits.waitMs;
    const left = deadline - world.elapsed();
    if (left <= 0)
      return readySince === undefined
        ? { failure: failure ?? (await outOfTime(world, progress, watch)) }
        : {};
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

/** Whether every job has ended but the one that runs the service and those that wait for it. */
function othersEnded(plan: RunPlan, progress: RunProgress, step: string | undefined): boolean {
  const serving = new Set([progress.service?.job, step?.split('/')[0]]);
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
      [...progress.jobs.values()].some((state) => state.job.id === job.id && state.outcome !== 'running'),
    );
}
