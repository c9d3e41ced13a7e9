import { optionLists } from '../../analysis/form/options.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Two options with the same value. */
export const duplicateOption = defineRule({
  meta: {
    id: 'duplicate-option',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'Two options of one field have the same value.',
      why: 'The run cannot tell which one was chosen, and forms mark both or the wrong one.',
      fix: 'Give each option its own value.',
      examples: {
        bad: [
          formExample`
            size:
              type: dropdown
              options:
                - value: small
                  label: Small
                - value: «small»
                  label: Large
          `,
        ],
        good: [
          formExample`
            size:
              type: dropdown
              options: [small, large]
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    for (const { options } of optionLists(input) ?? []) {
      for (const [index, option] of options.entries()) {
        const first = options.findIndex((other) => other.value === option.value);
        const other = options[first];
        if (first === index || other === undefined) continue;
        yield {
          message: `the option "${option.value}" of "${input.name.value}" is there twice`,
          at: option.scalar.span,
          help: 'remove it, or write the option that was meant',
          related: [{ span: other.scalar.span, text: 'the first one' }],
        };
      }
    }
  },
});
