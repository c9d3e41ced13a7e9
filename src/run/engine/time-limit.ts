import { durationMs } from '../../plan/duration.ts';
import { fillValue, type TemplateValue } from '../../plan/template.ts';
import type { EvaluationContexts } from '../../syntax/expression/evaluate.ts';
import { renderValue } from '../../syntax/expression/value.ts';
import type { WorkflowExecution } from './workflow-execution.ts';

/**
 * Aborts a limit after a time in milliseconds; aborting what it gives stops the timer.
 * @param expiring called just before, when nothing has been stopped yet
 */
export function startTimer(
  execution: Pick<WorkflowExecution, 'world'>,
  limit: number,
  timeout: AbortController,
  expiring: () => void = () => {},
): AbortController {
  const over = new AbortController();
  void execution.world.ports.clock.sleep(limit, over.signal).then(() => {
    if (over.signal.aborted) return;
    expiring();
    timeout.abort();
  });
  return over;
}

/** The milliseconds of a duration in a workflow; what is absent or no duration gives `otherwise`. */
export function durationIn<Otherwise extends number | undefined>(
  value: TemplateValue | undefined,
  contexts: EvaluationContexts,
  otherwise: Otherwise,
): number | Otherwise {
  if (value === undefined) return otherwise;
  return durationMs(renderValue(fillValue(value, contexts))) ?? otherwise;
}
