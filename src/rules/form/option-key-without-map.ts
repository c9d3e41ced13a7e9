import { attributeOf } from '../../analysis/form/input-attributes.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A field that chooses among lists of options where there is only one list. */
export const optionKeyWithoutMap = defineRule({
  meta: {
    id: 'option-key-without-map',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: '"option-key" is set, and the options are a plain list.',
      why: 'There is nothing to choose among: the key has no effect.',
      fix: 'Write the options as a map from the value of the other field to its list, or remove "option-key".',
      examples: {
        bad: [
          formExample`
            kind:
              type: dropdown
              options: [gpu, cpu]
            part:
              type: dropdown
              «option-key»: \${{ inputs.kind }}
              options: [a100, milan]
          `,
        ],
        good: [
          formExample`
            kind:
              type: dropdown
              options: [gpu, cpu]
            part:
              type: dropdown
              option-key: \${{ inputs.kind }}
              options:
                gpu: [a100]
                cpu: [milan]
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    const key = pairOf(input.node, 'option-key');
    if (key === undefined || attributeOf(input, 'options')?.kind !== 'sequence') return;
    yield {
      message: `"option-key" of "${input.name.value}" has no effect, because its options are a single list`,
      at: key.key.span,
      help: 'write a map under "options", with a list for each value of that input, or remove "option-key"',
    };
  },
});
