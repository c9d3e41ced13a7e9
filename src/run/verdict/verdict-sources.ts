import type { RunPlan } from '../../plan/run-plan.ts';
import type { RunFailure } from '../../trace/run-record.ts';
import type { EndpointWatch } from '../endpoint/watch-endpoints.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { RunProgress, StartedWorkflow } from '../watch/run-progress.ts';
import type { ServiceWatch, WatchEnd } from '../watch/service-watch.ts';

/** How a run stands when its fate is known: neither of both means that all went well so far. */
export interface Verdict {
  readonly failure?: RunFailure | undefined;
  /** Why nothing can be said about the workflow here. */
  readonly skipped?: string | undefined;
  /** Since when the endpoints of the run serve. */
  readonly endpointsReadyMs?: number | undefined;
}

/** What a verdict is reached from. */
export interface VerdictSources {
  readonly world: RunWorld;
  readonly progress: RunProgress;
  readonly watch: ServiceWatch;
  readonly endpoints: EndpointWatch;
  readonly workflow: StartedWorkflow;
  /** How the watch ended, as soon as it has. */
  readonly end: () => WatchEnd | undefined;
}

/** Whether a workflow has a service that it waits for; one without is a batch workflow, whose jobs have to pass. */
export const expectsService = (plan: RunPlan): boolean =>
  plan.sessions.some((session) => session.kind === 'tunnel');

/** When the time of a run is over, in milliseconds since it started: it ends sooner when its service was ready early. */
export const deadlineMs = ({ startMs, stableMs, waitMs }: RunPlan['limits'], readyMs?: number): number =>
  readyMs === undefined ? startMs : Math.min(startMs, readyMs + stableMs + waitMs);
