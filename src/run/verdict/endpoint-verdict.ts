import { endpointsOutOfTime, judgeEndpoints } from '../endpoint/judge-endpoints.ts';
import { othersEnded } from './others-ended.ts';
import { deadlineMs, type Verdict, type VerdictSources } from './verdict-sources.ts';

/** The verdict of a run whose service is an endpoint; `undefined` while it is not known. */
export function endpointVerdict({
  world,
  progress,
  endpoints,
  workflow,
}: VerdictSources): Verdict | undefined {
  const { limits, workflow: planned } = world.plan;
  const judged = judgeEndpoints(world, progress, endpoints, workflow.overMs());
  if (judged.kind === 'failed') return { failure: judged.failure };
  const readyMs = judged.kind === 'ready' ? judged.readyMs : undefined;
  // a job that has detached its endpoint holds nobody up
  const isRunning = (job: string): boolean =>
    [...progress.jobs.values()].some((state) => state.job.id === job && state.outcome === 'running');
  const holding = judged.kind === 'ready' ? [...judged.jobs].filter(isRunning) : [];
  const isDone = workflow.over() || othersEnded(planned, progress, new Set(holding));
  if (judged.kind === 'ready' && isDone) {
    world.emit({ type: 'ready', readyMs: Math.round(judged.readyMs) });
    return { endpointsReadyMs: readyMs };
  }
  if (world.elapsed() < deadlineMs(limits, readyMs)) return undefined;
  return { failure: endpointsOutOfTime(world, progress, endpoints) };
}
