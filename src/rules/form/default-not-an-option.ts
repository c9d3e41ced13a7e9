import { strangers } from '../../analysis/form/options.ts';
import { defaultValues } from '../../analysis/form/preset-values.ts';
import { writtenLike } from '../../analysis/structure/written-scalar.ts';
import { defineRule } from '../rule.ts';

/** A default that is none of the options. */
export const defaultNotAnOption = defineRule({
  meta: {
    id: 'default-not-an-option',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: () => ({
      what: 'The default of a dropdown, radio or checkbox group is none of its options.',
      why: 'The form shows no choice or another one, and the run gets a value that no option stands for.',
      fix: 'Make the default one of the options, or add the option. An empty default is fine: nothing is chosen.',
      examples: {
        bad: [
          'on:\n  execute:\n    inputs:\n      size:\n        type: dropdown\n        default: «medum»\n        options: [small, medium, large]\n',
          'on:\n  execute:\n    inputs:\n      parts:\n        type: checkbox-group\n        options: [a, b]\n        default:\n          - a\n          - «c»\n',
          'on:\n  execute:\n    inputs:\n      jobs:\n        type: list\n        template:\n          size:\n            type: dropdown\n            options: [small, large]\n        default:\n          - size: «smal»\n',
        ],
        good: [
          "on:\n  execute:\n    inputs:\n      size:\n        type: dropdown\n        default: ''\n        options: [small, large]\n",
          "on:\n  execute:\n    inputs:\n      size:\n        type: dropdown\n        default: 4\n        options:\n          - value: '4'\n            label: four\n",
        ],
      },
    }),
  },
  on: 'input',
  *check({ input, workflow }) {
    for (const preset of defaultValues(input)) {
      for (const { scalar, near, values } of strangers(preset)) {
        yield {
          message:
            `${preset.input === input ? 'the default' : ''} "${scalar.text.text}" of "${preset.input.name.value}" is none of its options`.trim(),
          at: scalar.span,
          help: near === undefined ? `the options are ${values.join(', ')}` : `did you mean "${near}"?`,
          ...(near !== undefined && {
            fix: {
              title: `change it to ${near}`,
              safety: 'unsafe' as const,
              edits: [{ span: scalar.span, replacement: writtenLike(scalar, near, workflow.root) }] as const,
            },
          }),
        };
      }
    }
  },
});
