import { valueAt } from '../../syntax/yaml/tree.ts';
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
    page: () => ({
      what: 'An input of type step stands in a form without "$meta.wizard".',
      why: 'Pages are drawn only when the form is a wizard.',
      fix: 'Add "wizard: {mode: wizard}" under "$meta", or use a group.',
      examples: {
        bad: [
          'on:\n  execute:\n    inputs:\n      page:\n        type: «step»\n        title: First\n        options:\n          name:\n            type: string\n            default: a\n',
        ],
        good: [
          'on:\n  execute:\n    inputs:\n      $meta:\n        wizard:\n          mode: wizard\n      page:\n        type: step\n        title: First\n        options:\n          name:\n            type: string\n            default: a\n',
        ],
      },
    }),
  },
  on: 'input',
  *check({ input, workflow }) {
    if (input.type?.value !== 'step' || valueAt(workflow.form.meta, 'wizard') !== undefined) return;
    yield {
      message: `"${input.name.value}" is a page of a wizard, and the form is none`,
      at: input.type.span,
      help: 'add "$meta: {wizard: {mode: wizard}}" to the inputs, or make it a group',
    };
  },
});
