import type { InputField } from '../../model/workflow.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Two inputs that expressions read by the same name. */
export const flattenedNameClash = defineRule({
  meta: {
    id: 'flattened-name-clash',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'Two inputs have the same reference because the groups or pages around them are flattened.',
      why: 'Expressions cannot tell them apart; the platform refuses the form.',
      fix: 'Rename one of them, or take "flatten" off its group.',
      examples: {
        bad: [
          formExample`
            name:
              type: string
              default: a
            settings:
              type: group
              flatten: true
              items:
                «name»:
                  type: string
                  default: b
          `,
        ],
        good: [
          formExample`
            name:
              type: string
              default: a
            settings:
              type: group
              items:
                name:
                  type: string
                  default: b
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }) {
    const known = new Map<string, InputField>();
    for (const input of workflow.form.all) {
      if (
        input.type?.value === 'header' ||
        input.items.some((item) => item.reference.length === input.reference.length)
      ) {
        continue;
      }
      const reference = input.reference.join('.');
      const other = known.get(reference);
      known.set(reference, other ?? input);
      // a doubled key is a fault of YAML and told as one
      if (other === undefined || other.path.join('.') === input.path.join('.')) continue;
      yield {
        message: `two inputs are read as "inputs.${reference}"`,
        at: input.name.span,
        help: 'rename one of them, or take "flatten" from the group',
        related: [{ span: other.name.span, text: 'the other one' }],
      };
    }
  },
});
