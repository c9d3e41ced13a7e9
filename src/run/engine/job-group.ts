import type { PlannedJob } from '../../plan/run-plan.ts';
import { fillValue } from '../../plan/template.ts';
import type { EvaluationContexts } from '../../syntax/expression/evaluate.ts';
import { isTruthy } from '../../syntax/expression/value.ts';
import { type JobState, jobState } from './job-state.ts';
import type { MatrixInstance } from './matrix.ts';

/** A job of the file: itself, or all instances of its matrix. */
export interface JobGroup {
  readonly states: readonly JobState[];
  /** Waits until one more instance may run; what it gives ends that turn. */
  enter(signal: AbortSignal): Promise<() => void>;
  /** Told that an instance failed: the others are stopped, unless the matrix says otherwise. */
  failed(state: JobState): void;
}

/** The group of a job; `contexts` are those that a matrix is expanded with. */
export function jobGroup(
  job: PlannedJob,
  instances: readonly MatrixInstance[],
  contexts: EvaluationContexts,
): JobGroup {
  const states = instances.map((instance) => jobState(instance.id, job, instance.value));
  const most = job.matrix === undefined ? Number.NaN : Number(fillValue(job.matrix.maxParallel, contexts));
  let free = Number.isInteger(most) && most >= 1 ? most : Number.POSITIVE_INFINITY;
  const waiting: (() => void)[] = [];
  return {
    states,
    async enter(signal) {
      if (free <= 0 && !signal.aborted) {
        await new Promise<void>((turn) => {
          waiting.push(turn);
          const giveUp = (): void => {
            const place = waiting.indexOf(turn);
            if (place !== -1) waiting.splice(place, 1);
            turn();
          };
          signal.addEventListener('abort', giveUp, { once: true });
        });
      }
      free -= 1;
      return () => {
        free += 1;
        waiting.shift()?.();
      };
    },
    failed(state) {
      const together = job.matrix !== undefined && isTruthy(fillValue(job.matrix.failFast, contexts));
      if (!together) return;
      for (const other of states) if (other !== state) other.stop.abort();
    },
  };
}
