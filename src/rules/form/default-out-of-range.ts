import { attributeOf } from '../../analysis/form/input-attributes.ts';
import { limitOf, optOutOf } from '../../analysis/form/limits.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A default outside the limits of its field. */
export const defaultOutOfRange = defineRule({
  meta: {
    id: 'default-out-of-range',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The default of a number, duration or list is below "min" or above "max".',
      why: 'The form starts with a value that it refuses.',
      fix: 'Move the default inside the limits, or the limit.',
      examples: {
        bad: [
          formExample`
            nodes:
              type: number
              min: 1
              max: 8
              default: «16»
          `,
          formExample`
            limit:
              type: duration
              max: 02:00:00
              default: «04:00:00»
          `,
        ],
        good: [
          formExample`
            nodes:
              type: number
              min: 1
              max: 8
              default: 8
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    const node = attributeOf(input, 'default');
    const value = limitOf(input, 'default');
    const [least, most] = [limitOf(input, 'min'), limitOf(input, 'max')];
    if (node === undefined || value === undefined || value === optOutOf(input)) return;
    const isBelow = least !== undefined && value < least;
    if (!isBelow && (most === undefined || value <= most)) return;
    const limit = attributeOf(input, isBelow ? 'min' : 'max');
    const written = limit?.kind === 'scalar' ? limit.text.text : '';
    yield {
      message: `the default of "${input.name.value}" is ${isBelow ? 'below' : 'above'} its ${isBelow ? 'least' : 'greatest'} value ${written}`,
      at: node.span,
      help: isBelow
        ? `write ${written} or more, or lower the limit`
        : `write ${written} or less, or raise the limit`,
      ...(limit !== undefined && { related: [{ span: limit.span, text: 'the limit' }] }),
    };
  },
});
