import type { RunFailure } from '../../trace/run-record.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { sayOtherPorts } from '../watch/other-ports.ts';
import type { RunProgress } from '../watch/run-progress.ts';
import type { ServiceWatch } from '../watch/service-watch.ts';
import { hungCommand } from './hung-command.ts';
import { placeOfProblem, scriptPlace } from './place-in-script.ts';

/** The failure of a service that was not ready in time: what it did not get over, else what was wrong with it. */
export async function outOfTime(
  world: RunWorld,
  progress: RunProgress,
  watch: ServiceWatch,
): Promise<RunFailure> {
  const problem = sayOtherPorts(world, watch.problem(), watch.opened());
  const seconds = Math.round(world.plan.limits.startMs / 1000);
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
    ...problem,
    message: `${within(problem.message, seconds)}${waiting}`,
    at: hung?.at ?? placeOfProblem(world, service, problem, commands),
  };
}

/** The time stands behind what did not happen, and before what happened instead. */
function within(message: string, seconds: number): string {
  const [first = message, ...rest] = message.split('; ');
  return [`${first} within ${seconds} s`, ...rest].join('; ');
}
