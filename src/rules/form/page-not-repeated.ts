import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** Settings of a repeated page on a page that is shown once. */
export const pageNotRepeated = defineRule({
  meta: {
    id: 'page-not-repeated',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: () => ({
      what: 'A page of a wizard has "min", "max" or several titles, and no "multi".',
      why: 'Without "multi: true" the page is filled in once: the settings have no effect.',
      fix: 'Add "multi: true", or remove them.',
      examples: {
        bad: [
          'on:\n  execute:\n    inputs:\n      $meta:\n        wizard:\n          mode: wizard\n      site:\n        type: step\n        title: Site\n        «max»: 3\n        options:\n          name:\n            type: string\n            default: a\n',
          'on:\n  execute:\n    inputs:\n      $meta:\n        wizard:\n          mode: wizard\n      site:\n        type: step\n        «title»: [First site, Second site]\n        options:\n          name:\n            type: string\n            default: a\n',
        ],
        good: [
          'on:\n  execute:\n    inputs:\n      $meta:\n        wizard:\n          mode: wizard\n      site:\n        type: step\n        title: [First site, Second site]\n        multi: true\n        max: 2\n        options:\n          name:\n            type: string\n            default: a\n',
        ],
      },
    }),
  },
  on: 'input',
  *check({ input }) {
    if (input.type?.value !== 'step') return;
    const multi = pairOf(input.node, 'multi')?.value;
    const isOnce = lacksKey(input.node, 'multi') || (multi?.kind === 'scalar' && multi.value === false);
    if (!isOnce) return;
    for (const name of ['title', 'description', 'min', 'max']) {
      const pair = pairOf(input.node, name);
      if (pair === undefined) continue;
      if ((name === 'title' || name === 'description') && pair.value?.kind !== 'sequence') continue;
      yield {
        message: `"${name}" of the page "${input.name.value}" is for pages that repeat, and this one does not`,
        at: pair.key.span,
        help: 'add "multi: true" to the page, or remove it',
      };
    }
  },
});
