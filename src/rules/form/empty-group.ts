import { attributeOf } from '../../analysis/form/input-attributes.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A group or list without inputs. */
export const emptyGroup = defineRule({
  meta: {
    id: 'empty-group',
    group: 'form',
    severity: 'note',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A group or the template of a list has no inputs.',
      why: 'The form draws an empty frame.',
      fix: 'Add inputs, or remove it.',
      examples: {
        bad: [
          formExample`
            settings:
              type: group
              items: «{}»
          `,
        ],
        good: [
          formExample`
            settings:
              type: group
              items:
                name:
                  type: string
                  default: a
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    const key =
      input.type?.value === 'group' ? 'items' : input.type?.value === 'list' ? 'template' : undefined;
    const node = key === undefined ? undefined : attributeOf(input, key);
    if (node?.kind !== 'map' || node.pairs.length > 0) return;
    yield {
      message: `"${input.name.value}" has no inputs`,
      at: node.span,
      help: 'write inputs under "items", or remove the group',
    };
  },
});
