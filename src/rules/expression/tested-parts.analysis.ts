import type { ExpressionSite } from '../../model/workflow.ts';
import type { Expression } from '../../syntax/expression/tree.ts';

const flags = ['hidden', 'ignore', 'optional', 'disabled'];

/** Whether an expression decides something: the `if` of a job or step, a flag of an input. */
export function isConditionSite({ place, whole }: ExpressionSite): boolean {
  if (!whole) return false;
  if (place.kind === 'input') return flags.includes(place.attribute);
  return place.kind !== 'workflow' && place.key === 'if';
}

/** The parts of a condition that are tested by themselves: operands of `&&`, `||` and `!`, what stands before `?`. */
export function* testedParts(condition: Expression): Generator<Expression> {
  switch (condition.kind) {
    case 'group':
      yield* testedParts(condition.inner);
      return;
    case 'not':
      yield* testedParts(condition.operand);
      return;
    case 'binary':
      if (condition.operator === '&&' || condition.operator === '||') {
        yield* testedParts(condition.left);
        yield* testedParts(condition.right);
      } else yield condition;
      return;
    case 'ternary':
      yield* testedParts(condition.condition);
      return;
    default:
      yield condition;
  }
}
