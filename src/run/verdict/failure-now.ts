import type { PlannedWorkflow } from '../../plan/run-plan.ts';
import type { RunFailure } from '../../trace/run-record.ts';
import type { ServiceScript, StepFailure } from '../engine/job-state.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { sayOtherPorts } from '../watch/other-ports.ts';
import type { RunProgress } from '../watch/run-progress.ts';
import type { ServiceProblem } from '../watch/service-state.ts';
import type { ServiceWatch } from '../watch/service-watch.ts';
import { saidBehindFront, scriptEnded, stepFailed } from './diagnose.ts';
import { placeOfProblem } from './place-in-script.ts';
import { expectsService, type VerdictSources } from './verdict-sources.ts';

/** From `job.ended` until the job runner itself has ended, at most. */
const endingMs = 3000;
/** From a wait step that gave up until our own question must have had its answer. */
const askingMs = 9000;
/** A service that restarts closes its port for a moment. */
const goneMs = 1500;

/** What is known at this moment to have failed, the first cause of it; `undefined` when nothing is. */
export function failureNow(sources: VerdictSources): RunFailure | undefined {
  const { world, progress, watch, workflow } = sources;
  const end = sources.end();
  if (!expectsService(world.plan))
    return progress.failure === undefined ? undefined : stepFailed(progress.failure);
  const ended = endOfScript(world, progress);
  if (ended !== undefined) return ended(watch);
  if (end?.kind === 'unstable') return wentAway(world, progress, watch, end.problem.message);
  const gone = watch.goneSince();
  const away = gone !== undefined && world.elapsed() - gone >= goneMs ? goneSinceReady(sources) : undefined;
  if (away !== undefined) return away;
  const failure = ofJobs(sources);
  if (failure !== undefined) return failure;
  if (end?.kind === 'hopeless') return placed(world, progress, watch, end.problem);
  if (end === undefined && workflow.over()) return placed(world, progress, watch, watch.problem());
  return undefined;
}

/** The failure of a service that was ready, and on whose port nothing listens now. */
export function goneSinceReady({ world, progress, watch, end }: VerdictSources): RunFailure | undefined {
  if (end()?.kind !== 'ready' || watch.goneSince() === undefined) return undefined;
  return wentAway(world, progress, watch, `nothing listens on port ${watch.service()?.port}`);
}

/** The failure of a service whose script has ended, which is the end of its job; a run may have scripts without one. */
function endOfScript(
  world: RunWorld,
  progress: RunProgress,
): ((watch: ServiceWatch) => RunFailure) | undefined {
  const { failure, service } = progress;
  const ended = scriptStatus(failure, service);
  if (service === undefined || ended === undefined) return undefined;
  const announced = ['SESSION_PORT', 'job.started'].some(
    (file) => world.ports.files.kindOf(`${world.jobDirectory}/${file}`) !== 'missing',
  );
  const well = ended.status === undefined || ended.status === 0;
  if (well && !announced && runsMoreScripts(world.plan.workflow, progress, service)) return undefined;
  return (watch) => scriptEnded(world, service, ended.status, watch);
}

/** How the service's script ended, as soon as that is known. */
function scriptStatus(
  failure: StepFailure | undefined,
  service: ServiceScript | undefined,
): { readonly status: number | undefined } | undefined {
  if (failure?.service === 'script') return { status: failure.status };
  return failure?.service === 'action' ? undefined : service?.ended;
}

/** Whether a job that has not ended hands a script to the job runner, beside the one of the service known so far. */
function runsMoreScripts(workflow: PlannedWorkflow, progress: RunProgress, service: ServiceScript): boolean {
  const calls = (one: PlannedWorkflow): boolean =>
    one.jobs.some((job) =>
      job.steps.some(
        ({ action }) =>
          action.kind === 'subworkflow' && (action.call.runsService || calls(action.call.workflow)),
      ),
    );
  return workflow.jobs.some((job) => {
    const state = progress.jobs.get(job.id);
    const over = state !== undefined && state.endedMs > 0;
    return job.id !== service.job && !over && calls({ ...workflow, jobs: [job] });
  });
}

function ofJobs({ world, progress, watch, workflow, end }: VerdictSources): RunFailure | undefined {
  const { failure, service } = progress;
  if (failure === undefined) return undefined;
  const waiting = failure.jobs[0] === world.plan.waitJob && failure.unsupported === undefined;
  // The job runner says that its job has ended a moment before it ends; what happened then is known in a moment.
  const ending = waiting && service !== undefined && watch.coordination.content('job.ended') !== undefined;
  if (ending && world.elapsed() - failure.atMs < endingMs) return undefined;
  const now = watch.problem();
  const isAsked = now.cause !== 'marker-missing' && now.pending !== true;
  const problem = isAsked ? now : (progress.problemThen ?? now);
  const isPending = waiting && problem.pending === true && !isAsked && !workflow.over();
  if (isPending && world.elapsed() - failure.atMs < askingMs) return undefined;
  // A wait step that gave up is the messenger: what it waited for is the cause.
  const messenger = waiting && end()?.kind !== 'ready' && problem.cause !== 'marker-missing';
  return messenger ? placed(world, progress, watch, problem) : stepFailed(failure);
}

/** A problem of the service as the failure of its run. */
export function placed(
  world: RunWorld,
  progress: RunProgress,
  watch: ServiceWatch,
  problem: ServiceProblem,
): RunFailure {
  const commands = (watch.service()?.listening ?? []).flatMap((one) => one.command ?? []);
  const { cause, message, help } = sayOtherPorts(world, problem, watch.opened());
  const said = isBrokenInside(problem) ? saidBehindFront(world, progress.service) : undefined;
  return {
    cause,
    message: said === undefined ? message : `${message}: ${said}`,
    help,
    at: placeOfProblem(world, progress.service, problem, commands),
  };
}

/** Whether a service answers that it, or what it passes requests on to, does not work. */
const isBrokenInside = ({ cause, message }: ServiceProblem): boolean =>
  cause === 'http-error' && /\bstatus 5\d\d\b/.test(message);

function wentAway(world: RunWorld, progress: RunProgress, watch: ServiceWatch, why: string): RunFailure {
  const message = `the service went away after it was ready: ${why}`;
  return placed(world, progress, watch, { cause: 'unstable', message });
}
