import { strangers } from '../../analysis/form/options.ts';
import { configuredValues } from '../../analysis/form/preset-values.ts';
import { writtenLike } from '../../analysis/structure/written-scalar.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A saved value that is none of the options. */
export const configuredValueNotAnOption = defineRule({
  meta: {
    id: 'configured-value-not-an-option',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A saved configuration gives a field a value that is none of its options.',
      why: 'When the configuration is chosen, the field shows no choice or another one.',
      fix: 'Use one of the options of the field.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - run: echo "\${{ inputs.size }}"
            configurations:
              small:
                inputs:
                  size: «smal»
            inputs:
              size:
                type: dropdown
                options: [small, large]
          `,
        ],
        good: [
          workflowExample`
            steps:
              - run: echo "\${{ inputs.size }}"
            configurations:
              small:
                inputs:
                  size: small
            inputs:
              size:
                type: dropdown
                options: [small, large]
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }) {
    for (const preset of configuredValues(workflow)) {
      for (const { scalar, near, values } of strangers(preset)) {
        yield {
          message: `"${scalar.text.text}" is none of the options of "${preset.input.name.value}"`,
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
