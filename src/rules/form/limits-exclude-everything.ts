import { attributeOf, literalNumber } from '../../analysis/form/input-attributes.ts';
import { limitOf } from '../../analysis/form/limits.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Limits that no value meets. */
export const limitsExcludeEverything = defineRule({
  meta: {
    id: 'limits-exclude-everything',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The least value, number of rows or length of a field is above its greatest.',
      why: 'No value can be entered.',
      fix: 'Exchange the limits, or correct one.',
      examples: {
        bad: [
          formExample`
            nodes:
              type: number
              min: «8»
              max: 1
          `,
          formExample`
            code:
              type: string
              minLength: «8»
              maxLength: 4
          `,
        ],
        good: [
          formExample`
            nodes:
              type: number
              min: 1
              max: 8
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    const [least, most] = [limitOf(input, 'min'), limitOf(input, 'max')];
    const [low, high] = [attributeOf(input, 'min'), attributeOf(input, 'max')];
    if (least !== undefined && most !== undefined && least > most && low !== undefined) {
      yield {
        message: `no value of "${input.name.value}" is at least ${least} and at most ${most}`,
        at: low.span,
        help: 'exchange the two limits, or correct one of them',
        related: high && [{ span: high.span, text: 'the greatest value' }],
      };
    }
    const [shortest, longest] = [attributeOf(input, 'minLength'), attributeOf(input, 'maxLength')];
    const [fewest, greatest] = [literalNumber(shortest), literalNumber(longest)];
    if (fewest === undefined || greatest === undefined || fewest <= greatest || shortest === undefined)
      return;
    yield {
      message: `no text of "${input.name.value}" has at least ${fewest} and at most ${greatest} characters`,
      at: shortest.span,
      help: 'exchange the two limits, or correct one of them',
      related: longest && [{ span: longest.span, text: 'the greatest length' }],
    };
  },
});
