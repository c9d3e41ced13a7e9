import { attributeOf, literalScalar } from '../../analysis/form/input-attributes.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A boolean default in quotes. */
export const quotedDefault = defineRule({
  meta: {
    id: 'quoted-default',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The default of a boolean is written in quotes, which makes it text.',
      why: 'Expressions then compare a text with a boolean: "true" and true are not the same, and "false" counts as set.',
      fix: 'Remove the quotes.',
      examples: {
        bad: [
          formExample`
            debug:
              type: boolean
              default: «'true'»
          `,
        ],
        good: [
          formExample`
            debug:
              type: boolean
              default: true
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    if (input.type?.value !== 'boolean') return;
    const node = literalScalar(attributeOf(input, 'default'));
    if (typeof node?.value !== 'string' || !/^(true|false)$/.test(node.value)) return;
    yield {
      message: `the default of "${input.name.value}" is text because of the quotes, expected true or false`,
      at: node.span,
      help: `write ${node.value} without quotes`,
      fix: {
        title: 'remove the quotes',
        safety: 'safe',
        edits: [{ span: node.span, replacement: node.value }],
      },
    };
  },
});
