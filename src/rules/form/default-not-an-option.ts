import { attributeOf, literalScalar } from '../../analysis/input-attributes.ts';
import { optionLists } from '../../analysis/options.ts';
import { suggest } from '../../base/suggest.ts';
import { defineRule } from '../rule.ts';

/** A default that is none of the options. */
export const defaultNotAnOption = defineRule({
  meta: {
    id: 'default-not-an-option',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    what: 'The default of a dropdown, radio or checkbox group is none of its options.',
    why: 'The form shows no choice or another one, and the run gets a value that no option stands for.',
    fix: 'Make the default one of the options, or add the option. An empty default is fine: nothing is chosen.',
    examples: {
      bad: [
        'on:\n  execute:\n    inputs:\n      size:\n        type: dropdown\n        default: «medum»\n        options: [small, medium, large]\n',
        'on:\n  execute:\n    inputs:\n      parts:\n        type: checkbox-group\n        options: [a, b]\n        default:\n          - a\n          - «c»\n',
      ],
      good: [
        "on:\n  execute:\n    inputs:\n      size:\n        type: dropdown\n        default: ''\n        options: [small, large]\n",
        "on:\n  execute:\n    inputs:\n      size:\n        type: dropdown\n        default: 4\n        options:\n          - value: '4'\n            label: four\n",
      ],
    },
  },
  on: 'input',
  *check({ input }) {
    const lists = optionLists(input);
    if (lists === undefined || !choices.includes(input.type?.value ?? '')) return;
    const values = lists.flatMap((list) => list.options.map((option) => option.value));
    if (values.length === 0) return;
    const node = attributeOf(input, 'default');
    for (const item of node?.kind === 'sequence' ? node.items : [node]) {
      const scalar = literalScalar(item);
      const text = scalar?.text.text;
      if (scalar === undefined || text === undefined || text === '' || values.includes(text)) continue;
      const near = suggest(text, values);
      yield {
        message: `the default "${text}" of "${input.name.value}" is none of its options`,
        at: scalar.span,
        help:
          near === undefined
            ? `the options are ${[...new Set(values)].join(', ')}`
            : `did you mean "${near}"?`,
        ...(near !== undefined && {
          fix: {
            title: `change it to ${near}`,
            safety: 'unsafe' as const,
            edits: [{ span: scalar.span, replacement: near }] as const,
          },
        }),
      };
    }
  },
});

const choices: readonly string[] = ['dropdown', 'multi-dropdown', 'radio', 'checkbox-group'];
