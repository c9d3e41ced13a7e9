import { expectedValue } from '../../analysis/form/expected-value.ts';
import { defaultValues } from '../../analysis/form/preset-values.ts';
import { nodeWords } from '../../analysis/structure/shape-words.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A default that the type of its input cannot have. */
export const defaultOfWrongType = defineRule({
  meta: {
    id: 'default-of-wrong-type',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The default of an input is not a value of its type.',
      why: 'The form starts with a value that it would refuse from the user, or the platform refuses the workflow.',
      fix: 'Write a default of the type of the input, or change the type.',
      examples: {
        bad: [
          formExample`
            nodes:
              type: number
              default: «many»
          `,
          formExample`
            debug:
              type: boolean
              default: «enabled»
          `,
          formExample`
            parts:
              type: multi-dropdown
              options:
                - label: A
                  value: a
              default: «a»
          `,
          formExample`
            name:
              type: string
              default: «[a, b]»
          `,
          formExample`
            hosts:
              type: list
              template:
                name:
                  type: string
              default: «[a, b]»
          `,
          formExample`
            hosts:
              type: list
              template:
                cores:
                  type: number
              default:
                - cores: «many»
          `,
        ],
        good: [
          formExample`
            nodes:
              type: number
              default: 4
          `,
          formExample`
            debug:
              type: boolean
              default: \${{ inputs.level == 'high' }}
            level:
              type: string
              default: ''
          `,
          formExample`
            name:
              type: string
              default: 4
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    for (const preset of defaultValues(input)) {
      const expected = expectedValue(preset.input, preset.node);
      if (expected === undefined) continue;
      yield {
        message: `${preset.words} is ${nodeWords(preset.node)}, expected ${expected}`,
        at: preset.node.span,
        help: `an input of type ${preset.input.type?.value} takes ${expected}`,
      };
    }
  },
});
