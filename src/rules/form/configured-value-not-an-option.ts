import { literalScalar } from '../../analysis/input-attributes.ts';
import { scalarText } from '../../analysis/key-name.ts';
import { optionLists } from '../../analysis/options.ts';
import { suggest } from '../../base/suggest.ts';
import { allInputs } from '../../model/workflow.ts';
import { valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** A saved value that is none of the options. */
export const configuredValueNotAnOption = defineRule({
  meta: {
    id: 'configured-value-not-an-option',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    what: 'A saved configuration gives a field a value that is none of its options.',
    why: 'When the configuration is chosen, the field shows no choice or another one.',
    fix: 'Use one of the options of the field.',
    examples: {
      bad: [
        'jobs:\n  main:\n    steps:\n      - run: echo "${{ inputs.size }}"\nconfigurations:\n  small:\n    inputs:\n      size: «smal»\non:\n  execute:\n    inputs:\n      size:\n        type: dropdown\n        options: [small, large]\n',
      ],
      good: [
        'jobs:\n  main:\n    steps:\n      - run: echo "${{ inputs.size }}"\nconfigurations:\n  small:\n    inputs:\n      size: small\non:\n  execute:\n    inputs:\n      size:\n        type: dropdown\n        options: [small, large]\n',
      ],
    },
  },
  on: 'workflow',
  *check({ workflow }) {
    const configurations = valueAt(workflow.root, 'configurations');
    if (configurations?.kind !== 'map') return;
    for (const input of allInputs(workflow.form.inputs)) {
      const values = optionLists(input)?.flatMap((list) => list.options.map((option) => option.value));
      if (values === undefined || values.length === 0) continue;
      for (const pair of configurations.pairs) {
        let node: YamlNode | undefined = valueAt(pair.value, 'inputs');
        for (const name of input.path) node = valueAt(node, name);
        for (const item of node?.kind === 'sequence' ? node.items : [node]) {
          const scalar = literalScalar(item);
          const text = scalar === undefined ? '' : scalarText(scalar);
          if (scalar === undefined || text === '' || values.includes(text)) continue;
          const near = suggest(text, values);
          yield {
            message: `"${text}" is none of the options of "${input.name.value}"`,
            at: scalar.span,
            help:
              near === undefined
                ? `the options are ${[...new Set(values)].join(', ')}`
                : `did you mean "${near}"?`,
          };
        }
      }
    }
  },
});
