import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Options as a map without the field that chooses among them. */
export const optionsMapWithoutKey = defineRule({
  meta: {
    id: 'options-map-without-key',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The options are a map, and no "option-key" says which field chooses among its lists.',
      why: 'The form does not know which list to show.',
      fix: 'Add "option-key" with an expression that reads the other field, or write the options as a list.',
      examples: {
        bad: [
          formExample`
            part:
              type: dropdown
              «options»:
                gpu: [a100, h100]
                cpu: [milan]
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
                gpu: [a100, h100]
                cpu: [milan]
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    if (!['dropdown', 'multi-dropdown', 'radio', 'checkbox-group'].includes(input.type?.value ?? '')) return;
    const options = pairOf(input.node, 'options');
    if (options?.value?.kind !== 'map' || options.value.pairs.length === 0) return;
    if (!lacksKey(input.node, 'option-key')) return;
    yield {
      message: `the options of "${input.name.value}" are a map, expected a list`,
      at: options.key.span,
      help: 'a map of lists needs "option-key", an expression that reads the field whose value chooses the list',
    };
  },
});
