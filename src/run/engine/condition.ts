import { fillValue, type TemplateValue } from '../../plan/template.ts';
import { type EvaluationContexts, evaluate } from '../../syntax/expression/evaluate.ts';
import { parseExpression } from '../../syntax/expression/parse-expression.ts';
import { isTruthy } from '../../syntax/expression/value.ts';

/** Keywords may stand in `if` without braces. */
const keyword = /^\s*!?\s*(?:always|never|completed|error|canceled)\s*$/;

const ofTheJob = /\b(?:always|completed|error|canceled|cancelled|success|failure)\b/;

/** Whether an `if` asks how its job stands, so that it is for a step to say whether it runs after a cancellation. */
export function asksAboutJob(condition: TemplateValue | undefined): boolean {
  return condition?.kind === 'text' && ofTheJob.test(condition.template.text.text);
}

/** Whether an `if` holds; without one, what is `otherwise`. */
export function conditionHolds(
  condition: TemplateValue | undefined,
  contexts: EvaluationContexts,
  otherwise: boolean,
): boolean {
  if (condition === undefined) return otherwise;
  if (condition.kind === 'text' && keyword.test(condition.template.text.text)) {
    const { expression } = parseExpression(condition.template.text);
    return expression === undefined ? otherwise : isTruthy(evaluate(expression, contexts));
  }
  return isTruthy(fillValue(condition, contexts));
}
