import { inputTypeNamed } from '../../facts/input-types.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A type of input that the published list no longer has. */
export const retiredInputType = defineRule({
  meta: {
    id: 'retired-input-type',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'An input has a type that older workflows use and the published list does not have.',
      why: 'The platform may still take it, with a warning in the editor; the next version may not.',
      fix: 'Use the type that replaced it.',
      examples: {
        bad: [
          formExample`
            data:
              type: «storage»
          `,
        ],
        good: [
          formExample`
            nodes:
              type: integer
              label: Nodes
              default: 4
              min: 1
              max: 10
          `,
          formExample`
            nodes:
              type: number
              default: 4
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    const type = inputTypeNamed(input.type?.value ?? '');
    if (input.type === undefined || type?.retired === undefined) return;
    if (type.evidence.disputed !== undefined) return;
    yield {
      message: `"${type.name}" is not among the published types of inputs any more`,
      at: input.type.span,
      help: `write ${type.retired}`,
      fix: {
        title: `change the type to ${type.retired}`,
        safety: 'unsafe',
        edits: [{ span: input.type.span, replacement: type.retired }],
      },
    };
  },
});
