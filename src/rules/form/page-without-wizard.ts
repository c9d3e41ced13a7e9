import { valueAt } from '../../syntax/yaml/tree.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A wizard page in a form that is no wizard. */
export const pageWithoutWizard = defineRule({
  meta: {
    id: 'page-without-wizard',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    tier: 'pedantic',
    precision: 'low',
    page: {
      what: 'An input of type step stands in a form without "$meta.wizard".',
      why: 'Pages are drawn only when the form is a wizard.',
      fix: 'Add "wizard: {mode: wizard}" under "$meta", or use a group.',
      examples: {
        bad: [
          formExample`
            page:
              type: «step»
              title: First
              options:
                name:
                  type: string
                  default: a
          `,
        ],
        good: [
          formExample`
            $meta:
              wizard:
                mode: wizard
            page:
              type: step
              title: First
              options:
                name:
                  type: string
                  default: a
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input, workflow }) {
    if (input.type?.value !== 'step' || valueAt(workflow.form.meta, 'wizard') !== undefined) return;
    yield {
      message: `"${input.name.value}" is a page of a wizard, and the form is no wizard`,
      at: input.type.span,
      help: 'add "$meta: {wizard: {mode: wizard}}" to the inputs, or make it a group',
    };
  },
});
