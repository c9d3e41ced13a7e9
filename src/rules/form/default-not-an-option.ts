import { strangers } from '../../analysis/form/options.ts';
import { defaultValues } from '../../analysis/form/preset-values.ts';
import { writtenLike } from '../../analysis/structure/written-scalar.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A default that is none of the options. */
export const defaultNotAnOption = defineRule({
  meta: {
    id: 'default-not-an-option',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The default of a dropdown, radio or checkbox group is none of its options.',
      why: 'The form shows no choice or another one, and the run gets a value that no option stands for.',
      fix: 'Make the default one of the options, or add the option. An empty default is fine: nothing is chosen.',
      examples: {
        bad: [
          formExample`
            size:
              type: dropdown
              default: «medum»
              options: [small, medium, large]
          `,
          formExample`
            parts:
              type: checkbox-group
              options: [a, b]
              default:
                - a
                - «c»
          `,
          formExample`
            jobs:
              type: list
              template:
                size:
                  type: dropdown
                  options: [small, large]
              default:
                - size: «smal»
          `,
        ],
        good: [
          formExample`
            size:
              type: dropdown
              default: ''
              options: [small, large]
          `,
          formExample`
            size:
              type: dropdown
              default: 4
              options:
                - value: '4'
                  label: four
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input, workflow }) {
    for (const preset of defaultValues(input)) {
      for (const { scalar, near, values } of strangers(preset)) {
        yield {
          message:
            `${preset.input === input ? 'the default' : ''} "${scalar.text.text}" of "${preset.input.name.value}" is none of its options`.trim(),
          at: scalar.span,
          ...didYouMean(scalar.span, near, {
            otherwise: `the options are ${values.join(', ')}`,
            write: (near) => writtenLike(scalar, near, workflow.root),
          }),
        };
      }
    }
  },
});
