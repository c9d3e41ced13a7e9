import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Settings of a repeated page on a page that is shown once. */
export const pageNotRepeated = defineRule({
  meta: {
    id: 'page-not-repeated',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A page of a wizard has "min", "max" or several titles, and no "multi".',
      why: 'Without "multi: true" the page is filled in once: the settings have no effect.',
      fix: 'Add "multi: true", or remove them.',
      examples: {
        bad: [
          formExample`
            $meta:
              wizard:
                mode: wizard
            site:
              type: step
              title: Site
              «max»: 3
              options:
                name:
                  type: string
                  default: a
          `,
          formExample`
            $meta:
              wizard:
                mode: wizard
            site:
              type: step
              «title»: [First site, Second site]
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
            site:
              type: step
              title: [First site, Second site]
              multi: true
              max: 2
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
