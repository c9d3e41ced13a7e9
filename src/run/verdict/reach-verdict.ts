import type { RunFailure } from '../../trace/run-record.ts';
import { usesEndpoints } from '../endpoint/judge-endpoints.ts';
import { endpointVerdict } from './endpoint-verdict.ts';
import { failureNow } from './failure-now.ts';
import { idleScript } from './idle-script.ts';
import { markerFailure } from './marker-failure.ts';
import { missingHere } from './missing-here.ts';
import { othersEnded } from './others-ended.ts';
import { afterReady, outOfTime } from './out-of-time.ts';
import { deadlineMs, expectsService, type Verdict, type VerdictSources } from './verdict-sources.ts';

const lookMs = 200;

/** Waits until the fate of the run is known. */
export async function reachVerdict(sources: VerdictSources, signal: AbortSignal): Promise<Verdict> {
  const { world, progress, watch, workflow } = sources;
  void watch.ended.then((end) => {
    if (end.kind === 'ready') world.emit({ type: 'ready', readyMs: Math.round(end.readyMs) });
    progress.changed();
  });
  const idle = idleScript(world, progress, watch);
  for (;;) {
    const woken = new Promise<void>((done) => {
      progress.changed = done;
    });
    const pause = async (): Promise<void> => {
      const paused = new AbortController();
      await Promise.race([woken, world.ports.clock.sleep(lookMs, AbortSignal.any([signal, paused.signal]))]);
      paused.abort();
    };
    if (signal.aborted) return { skipped: 'interrupted' };
    if (!expectsService(world.plan) && usesEndpoints(sources.endpoints)) {
      const found = endpointVerdict(sources);
      if (found?.failure !== undefined) return await excused(sources, found.failure);
      if (found !== undefined) return found;
      await pause();
      continue;
    }
    const failure = failureNow(sources) ?? markerFailure(sources) ?? (await idle.failure());
    // Without a service to wait for, the jobs after a failure are run as on the platform.
    if (failure !== undefined && (expectsService(world.plan) || workflow.over()))
      return await excused(sources, failure);
    if (isSettled(sources)) return {};
    const late = await lateFailure(sources);
    if (late !== undefined) return late.failure === undefined ? {} : await excused(sources, late.failure);
    await pause();
  }
}

/** A failure, or why it says nothing about the workflow: this machine lacks what the site has. */
export async function excused(sources: VerdictSources, failure: RunFailure): Promise<Verdict> {
  const skipped = await missingHere(sources.world, sources.progress, failure);
  return skipped === undefined
    ? { failure }
    : { skipped, ...(failure.cause === 'unsupported' && { failure }) };
}

/** Whether all has happened that was waited for: the service is ready, and the jobs that do not serve have ended. */
function isSettled({ world, progress, watch, workflow, end }: VerdictSources): boolean {
  if (!expectsService(world.plan)) return workflow.over();
  const serving = [progress.service?.job, watch.owner()?.step?.split('/')[0]].filter(
    (job) => job !== undefined,
  );
  return end()?.kind === 'ready' && othersEnded(world.plan.workflow, progress, new Set(serving));
}

/** What there is to say when the time is up; `undefined` as long as it is not. */
async function lateFailure(sources: VerdictSources): Promise<Verdict | undefined> {
  const { world, end } = sources;
  const state = end();
  const readyMs = state?.kind === 'ready' ? state.readyMs : undefined;
  if (world.elapsed() < deadlineMs(world.plan.limits, readyMs)) return undefined;
  return { failure: readyMs === undefined ? await outOfTime(sources) : afterReady(sources) };
}
