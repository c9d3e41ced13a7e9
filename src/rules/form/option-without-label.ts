import { optionLists } from '../../analysis/form/options.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An option of a multi-dropdown without a label. */
export const optionWithoutLabel = defineRule({
  meta: {
    id: 'option-without-label',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'An option of a multi-dropdown has no label.',
      why: 'The form of a multi-dropdown shows labels only; the schema asks for one on each option.',
      fix: 'Write each option as a map with value and label.',
      examples: {
        bad: [
          formExample`
            parts:
              type: multi-dropdown
              options:
                - label: A
                  value: a
                - value: «b»
          `,
          formExample`
            parts:
              type: multi-dropdown
              options: [«a»]
          `,
        ],
        good: [
          formExample`
            parts:
              type: multi-dropdown
              options:
                - label: A
                  value: a
          `,
          formExample`
            size:
              type: dropdown
              options:
                - value: a
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    if (input.type?.value !== 'multi-dropdown') return;
    for (const { options } of optionLists(input) ?? []) {
      for (const option of options) {
        if (option.label !== undefined) continue;
        yield {
          message: `the option "${option.value}" of the multi-dropdown "${input.name.value}" has no label`,
          at: option.scalar.span,
          help: `write it as {value: ${option.value}, label: ${option.value}}`,
          // Plain values are a form of options too; whether that holds for this type is not published.
          severity: option.node.kind === 'scalar' ? 'note' : undefined,
        };
      }
    }
  },
});
