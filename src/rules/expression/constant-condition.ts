import { formulaOf } from '../../analysis/expressions/conditions.ts';
import { truthOf } from '../../analysis/expressions/formula.ts';
import { partsOf, referenceAt, spanIn, withoutGroups } from '../../analysis/expressions/references.ts';
import { valueFacts } from '../../analysis/expressions/value-facts.ts';
import type { ExpressionSite } from '../../model/workflow.ts';
import type { Expression } from '../../syntax/expression/tree.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import type { Subjects } from '../rule.ts';
import { defineRule } from '../rule.ts';

/** A condition whose parts contradict or exhaust each other. */
export const constantCondition = defineRule({
  meta: {
    id: 'constant-condition',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The parts of a condition contradict each other, or leave no case out: it is the same in every run.',
      why: 'What depends on it always happens or never does. Typical is `a != x || a != y`, which is always true.',
      fix: 'Join with the other operator: `a != x && a != y` is true for neither; `a == x || a == y` for either.',
      examples: {
        bad: [
          stepsExample`- if: \${{ «inputs.mode != 'fast' || inputs.mode != 'slow'» }}`,
          workflowExample`
            steps:
              - if: \${{ inputs.on == true && («inputs.mode == 'fast' && inputs.mode == 'slow'») }}
            inputs:
              on:
                type: boolean
              mode:
                type: string
          `,
        ],
        good: [
          workflowExample`
            steps:
              - if: \${{ inputs.mode != 'fast' && inputs.mode != 'slow' || inputs.on == false }}
            inputs:
              on:
                type: boolean
              mode:
                type: string
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    if (site.expression === undefined) return;
    const isCondition = (expression: Expression): boolean => {
      const inner = withoutGroups(expression);
      switch (inner.kind) {
        case 'not':
        case 'keyword':
          return true;
        case 'binary':
          if (inner.operator === '&&' || inner.operator === '||')
            return isCondition(inner.left) && isCondition(inner.right);
          return ['==', '!=', '===', '!==', '<', '<=', '>', '>='].includes(inner.operator);
        case 'path':
        case 'get': {
          const reference = referenceAt(site, inner);
          return reference !== undefined && valueFacts(reference, workflow, context).kind === 'boolean';
        }
        default:
          return false;
      }
    };
    for (const { expression, truth } of constants(
      site,
      site.expression,
      { workflow, context },
      isCondition,
    )) {
      const { operator } = expression;
      yield {
        message: `this condition is always ${truth === 'every' ? 'true' : 'false'}, whatever the values are`,
        at: spanIn(site, expression),
        help:
          truth === 'every' && operator === '||'
            ? 'to exclude several values, join with &&'
            : truth === 'none' && operator === '&&'
              ? 'to accept several values, join with ||'
              : 'remove the part that repeats or contradicts another',
      };
    }
  },
});

type Joined = Extract<Expression, { kind: 'binary' }>;
type Scope = {
  readonly workflow: Subjects['expression']['workflow'];
  readonly context: Parameters<typeof valueFacts>[2];
};

/** The innermost `&&` and `||` that are the same in every run. */
function constants(
  site: ExpressionSite,
  expression: Expression,
  scope: Scope,
  isCondition: (expression: Expression) => boolean,
): readonly { readonly expression: Joined; readonly truth: 'every' | 'none' }[] {
  const inside = partsOf(expression).flatMap((part) => constants(site, part, scope, isCondition));
  if (inside.length > 0) return inside;
  if (expression.kind !== 'binary' || !['&&', '||'].includes(expression.operator)) return [];
  if (!isCondition(expression) || hasConstant(expression)) return [];
  const truth = truthOf(formulaOf(expression, site, scope));
  return truth === 'some' ? [] : [{ expression, truth }];
}

/** Whether somebody fixed a part on purpose: `true`, `never`, or a flag of the input that is no expression. */
function hasConstant(expression: Expression): boolean {
  if (expression.kind === 'boolean' || expression.kind === 'keyword') return true;
  if (expression.kind === 'path') return expression.root === '';
  if (expression.kind === 'binary' && !['&&', '||'].includes(expression.operator)) {
    return [expression.left, expression.right].some((side) => side.kind === 'path' && side.root === '');
  }
  return partsOf(expression).some(hasConstant);
}
