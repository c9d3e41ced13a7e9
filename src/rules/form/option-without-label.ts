import { optionLists } from '../../analysis/form/options.ts';
import { defineRule } from '../rule.ts';

/** An option of a multi-dropdown without a label. */
export const optionWithoutLabel = defineRule({
  meta: {
    id: 'option-without-label',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: () => ({
      what: 'An option of a multi-dropdown has no label.',
      why: 'The form of a multi-dropdown shows labels only; the schema asks for one on each option.',
      fix: 'Write each option as a map with value and label.',
      examples: {
        bad: [
          'on:\n  execute:\n    inputs:\n      parts:\n        type: multi-dropdown\n        options:\n          - label: A\n            value: a\n          - value: «b»\n',
          'on:\n  execute:\n    inputs:\n      parts:\n        type: multi-dropdown\n        options: [«a»]\n',
        ],
        good: [
          'on:\n  execute:\n    inputs:\n      parts:\n        type: multi-dropdown\n        options:\n          - label: A\n            value: a\n',
          'on:\n  execute:\n    inputs:\n      size:\n        type: dropdown\n        options:\n          - value: a\n',
        ],
      },
    }),
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
