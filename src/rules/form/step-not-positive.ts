import { attributeOf } from '../../analysis/form/input-attributes.ts';
import { limitOf } from '../../analysis/form/limits.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A number whose values have no distance. */
export const stepNotPositive = defineRule({
  meta: {
    id: 'step-not-positive',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The "step" of a number is zero or negative.',
      why: 'The field cannot go from one value to the next.',
      fix: 'Write a step above zero.',
      examples: {
        bad: [
          formExample`
            nodes:
              type: number
              step: «0»
          `,
        ],
        good: [
          formExample`
            nodes:
              type: number
              step: 1
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    const step = limitOf(input, 'step');
    const node = attributeOf(input, 'step');
    if (node === undefined || step === undefined || step > 0) return;
    yield {
      message: `the step of "${input.name.value}" is ${step}, expected a number above zero`,
      at: node.span,
      help: 'write how much the number changes by one step, as 1',
    };
  },
});
