import { attributeOf } from '../../analysis/form/input-attributes.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A choice with no options. */
export const emptyOptions = defineRule({
  meta: {
    id: 'empty-options',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A dropdown, radio or checkbox group has an empty list of options.',
      why: 'Nothing can be chosen.',
      fix: 'Add options, or an expression that gives them.',
      examples: {
        bad: [
          formExample`
            size:
              type: dropdown
              options: «[]»
          `,
        ],
        good: [
          formExample`
            size:
              type: dropdown
              options: [small]
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    if (!['dropdown', 'multi-dropdown', 'radio', 'checkbox-group'].includes(input.type?.value ?? '')) return;
    const node = attributeOf(input, 'options');
    const isEmpty =
      (node?.kind === 'sequence' && node.items.length === 0) ||
      (node?.kind === 'map' && node.pairs.length === 0);
    if (node === undefined || !isEmpty) return;
    yield {
      message: `"${input.name.value}" has no options, so nothing can be chosen`,
      at: node.span,
      help: 'list what can be chosen, or remove the input',
    };
  },
});
