import type { RunFailure } from '../../trace/run-record.ts';
import { sayOtherPorts } from '../watch/other-ports.ts';
import { orderFault, waitVerdict } from '../watch/run-observations.ts';
import { missingMarker } from '../watch/service-target.ts';
import { hungCommand } from './hung-command.ts';
import { placeOfProblem, placeOfWriting, scriptPlace } from './place-in-script.ts';
import { expectsService, type VerdictSources } from './verdict-sources.ts';

/** The failure of a run that was not ready in time: what it did not get over, else what was wrong with the service. */
export async function outOfTime(sources: VerdictSources): Promise<RunFailure> {
  const { world, progress, watch } = sources;
  const seconds = Math.round(world.plan.limits.startMs / 1000);
  // Before a script was handed to the job runner, what the jobs stand at is all that there is.
  const isBefore = sources.progress.service === undefined && watch.service() === undefined;
  if (!expectsService(world.plan) || (isBefore && hasRunner(sources))) return jobsOutOfTime(sources, seconds);
  const problem = sayOtherPorts(world, watch.problem(), watch.opened());
  const { service } = progress;
  const { content } = watch.coordination;
  const before = content('job.started') === undefined && content('SESSION_PORT') === undefined;
  const hung = before || problem.cause === 'marker-missing' ? await hungCommand(world, service) : undefined;
  if (before) {
    const what =
      hung === undefined
        ? "the service's script did not get as far as job.started"
        : `"${hung.command}" was still running`;
    return {
      cause: 'timeout',
      message: `${what} after ${seconds} s`,
      at: hung?.at ?? scriptPlace(world, service),
    };
  }
  const commands = (watch.service()?.listening ?? []).flatMap((one) => one.command ?? []);
  const waiting = hung?.at === undefined ? '' : `: "${hung.command}" was still running`;
  return {
    cause: problem.cause,
    help: problem.help,
    message: `${within(problem.message, seconds)}${waiting}`,
    at: hung?.at ?? placeOfProblem(world, service, problem, commands),
  };
}

/** Whether a job is still to hand a script to the job runner. */
const hasRunner = ({ world, progress }: VerdictSources): boolean =>
  world.plan.workflow.jobs.some(
    (job) =>
      job.steps.some(({ action }) => action.kind === 'subworkflow' && action.call.runsService) &&
      ![...progress.jobs.values()].some((state) => state.job.id === job.id),
  );

/** The failure of a batch workflow whose jobs did not end in time. */
function jobsOutOfTime({ world, progress }: VerdictSources, seconds: number): RunFailure {
  const running = [...progress.jobs.values()].filter((job) => job.endedMs === 0);
  const names = running.map((job) => `"${job.id}"`).join(', ');
  return {
    cause: 'timeout',
    message: `job ${names} was still running after ${seconds} s`,
    at: running[0]?.job.at ?? world.plan.at,
    help: 'see in the log where it stood still; give it more time with --timeout, or smaller inputs in a scenario',
  };
}

/** The failure of a run whose service was ready while the jobs beside it did not get on; `undefined` when they did. */
export function afterReady({ world, progress, watch }: VerdictSources): RunFailure | undefined {
  const { service } = progress;
  const wait = waitVerdict(world.plan, progress, world.elapsed(), Math.round(watch.unreadyAt()));
  const late = orderFault(world, progress, watch, wait)[0];
  if (late !== undefined) return late;
  const waits = wait !== undefined && wait.said !== 'ready' && !wasSkipped(progress, wait.job);
  if (waits && service !== undefined && watch.coordination.content('job.started') === undefined) {
    const { cause, message, help } = missingMarker('job.started', watch.coordination.notAFile('job.started'));
    const at = placeOfWriting(world, service, 'job.started') ?? scriptPlace(world, service);
    return { cause, message, help, at };
  }
  if (waits) {
    return {
      cause: 'timeout',
      message: `job "${wait.job}" had not noticed after ${Math.round(world.elapsed() / 1000)} s that the service was ready`,
      at: wait.at,
      help: 'see in its output what it was waiting for',
    };
  }
  return undefined;
}

const wasSkipped = (progress: VerdictSources['progress'], job: string): boolean =>
  progress.jobs.get(job)?.outcome === 'skipped';

/** The time stands behind what did not happen, and before what happened instead. */
function within(message: string, seconds: number): string {
  const [first = message, ...rest] = message.split('; ');
  return [`${first} within ${seconds} s`, ...rest].join('; ');
}
