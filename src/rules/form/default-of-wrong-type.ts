import { expectedValue } from '../../analysis/form/expected-value.ts';
import { defaultValues } from '../../analysis/form/preset-values.ts';
import { nodeWords } from '../../analysis/structure/shape-words.ts';
import { defineRule } from '../rule.ts';

/** A default that the type of its input cannot have. */
export const defaultOfWrongType = defineRule({
  meta: {
    id: 'default-of-wrong-type',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: () => ({
      what: 'The default of an input is not a value of its type.',
      why: 'The form starts with a value that it would refuse from the user, or the platform refuses the workflow.',
      fix: 'Write a default of the type of the input, or change the type.',
      examples: {
        bad: [
          'on:\n  execute:\n    inputs:\n      nodes:\n        type: number\n        default: «many»\n',
          'on:\n  execute:\n    inputs:\n      debug:\n        type: boolean\n        default: «enabled»\n',
          'on:\n  execute:\n    inputs:\n      parts:\n        type: multi-dropdown\n        options:\n          - label: A\n            value: a\n        default: «a»\n',
          'on:\n  execute:\n    inputs:\n      name:\n        type: string\n        default: «[a, b]»\n',
          'on:\n  execute:\n    inputs:\n      hosts:\n        type: list\n        template:\n          name:\n            type: string\n        default: «[a, b]»\n',
          'on:\n  execute:\n    inputs:\n      hosts:\n        type: list\n        template:\n          cores:\n            type: number\n        default:\n          - cores: «many»\n',
        ],
        good: [
          'on:\n  execute:\n    inputs:\n      nodes:\n        type: number\n        default: 4\n',
          "on:\n  execute:\n    inputs:\n      debug:\n        type: boolean\n        default: ${{ inputs.level == 'high' }}\n      level:\n        type: string\n        default: ''\n",
          'on:\n  execute:\n    inputs:\n      name:\n        type: string\n        default: 4\n',
        ],
      },
    }),
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
