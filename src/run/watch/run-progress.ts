import type { EndpointWatch } from '../endpoint/watch-endpoints.ts';
import { executeWorkflow } from '../engine/execute-workflow.ts';
import type { JobState, ServiceScript, StepFailure } from '../engine/job-state.ts';
import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { SessionTarget } from '../engine/workflow-execution.ts';
import type { ServiceProblem } from './service-state.ts';
import type { ServiceWatch } from './service-watch.ts';

/** What happens in the workflow, as far as the verdict needs it. */
export interface RunProgress {
  readonly jobs: Map<string, JobState>;
  failure: StepFailure | undefined;
  /** What was wrong with the service when that happened; a cancellation takes the coordination files away. */
  problemThen: ServiceProblem | undefined;
  service: ServiceScript | undefined;
  /** Where the last update-session pointed. */
  session: SessionTarget | undefined;
  /** Since when all that the service's script runs is its service, so that it writes nothing more. */
  servingSince: number | undefined;
  /** Called when the session was pointed somewhere. */
  sessionUpdated: () => void;
  /** Wakes whoever waits for a change. */
  changed: () => void;
}

/** Nothing has happened yet. */
export const runProgress = (): RunProgress => ({
  jobs: new Map(),
  failure: undefined,
  problemThen: undefined,
  service: undefined,
  session: undefined,
  servingSince: undefined,
  sessionUpdated: () => {},
  changed: () => {},
});

/** The main workflow while it runs. */
export interface StartedWorkflow {
  readonly finished: Promise<void>;
  readonly over: () => boolean;
  /** When all jobs had ended, in milliseconds since the run started. */
  readonly overMs: () => number | undefined;
}

/** Starts the main workflow; what happens in it is noted. */
export function startWorkflow(
  world: RunWorld,
  progress: RunProgress,
  watch: ServiceWatch,
  endpoints: EndpointWatch,
  signal: AbortSignal,
): StartedWorkflow {
  let overMs: number | undefined;
  const finished = executeWorkflow({
    world,
    workflow: world.plan.workflow,
    inputs: world.plan.inputs,
    directory: world.jobDirectory,
    logs: joinPath(world.jobDirectory, 'logs'),
    above: [],
    service: undefined,
    signal,
    sinks: {
      timedOut: () => endpoints.runFailed(),
      failed(failure) {
        endpoints.runFailed();
        // A wait step may be quicker to say that the job has ended than the job runner itself.
        if (progress.failure === undefined || failure.service === 'script') progress.failure = failure;
        progress.problemThen ??= watch.problem();
        progress.changed();
      },
      serviceStarted(service) {
        // A script that ended well before it was the turn of this one has prepared something.
        if (progress.service === undefined || progress.service.ended?.status === 0)
          progress.service = service;
      },
      serviceEnded: () => progress.changed(),
      sessionUpdated(target) {
        watch.sessionAt(target);
        progress.session = target;
        progress.sessionUpdated();
        world.ports.files.write(joinPath(world.commands, 'sessions.txt'), `${target.session}\trunning\n`);
      },
      jobChanged(state) {
        progress.jobs.set(state.id, state);
        const { outcome } = state;
        if (outcome !== 'waiting') {
          world.emit({ type: 'job', job: state.id, state: outcome === 'running' ? 'started' : outcome });
        }
        progress.changed();
      },
    },
  }).then(() => {
    overMs = world.elapsed();
    progress.changed();
  });
  return { finished, over: () => overMs !== undefined, overMs: () => overMs };
}
