import { defineRule } from '../rule.ts';

/** A wizard page inside another input. */
export const pageInsideGroup = defineRule({
  meta: {
    id: 'page-inside-group',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    tier: 'pedantic',
    precision: 'medium',
    page: () => ({
      what: 'An input of type step stands inside a group, a list or another page.',
      why: 'Pages are the top of a form; inside other inputs they are not drawn.',
      fix: 'Move the page to the top of the inputs, or use a group.',
      examples: {
        bad: [
          'on:\n  execute:\n    inputs:\n      $meta:\n        wizard:\n          mode: wizard\n      all:\n        type: group\n        items:\n          page:\n            type: «step»\n            title: First\n            options:\n              name:\n                type: string\n                default: a\n',
        ],
        good: [
          'on:\n  execute:\n    inputs:\n      $meta:\n        wizard:\n          mode: wizard\n      page:\n        type: step\n        title: First\n        options:\n          name:\n            type: string\n            default: a\n',
        ],
      },
    }),
  },
  on: 'input',
  *check({ input }) {
    if (input.type?.value !== 'step' || input.parent === undefined) return;
    yield {
      message: `"${input.name.value}" is a page of a wizard inside "${input.parent.name.value}", expected at the top of the inputs`,
      at: input.type.span,
      help: 'inside other inputs, use a group',
    };
  },
});
