import { keyName } from '../../analysis/structure/key-name.ts';
import { usesReference } from '../../analysis/workflow/uses-reference.ts';
import { withSpecials } from '../../facts/tables/with-specials.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** "$yaml" for something that has no file to choose. */
export const misplacedWithSpecial = defineRule({
  meta: {
    id: 'misplaced-with-special',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: '"$yaml", "$thumbnail" or "$host" is given to something that is not in a repository.',
      why: 'These keys choose a file of a repository; anything else takes them for inputs.',
      fix: 'Remove the key, or call the repository with github/ or gitlab/.',
      examples: {
        bad: [
          stepsExample`
            - uses: marketplace/tool/v1.0
              with:
                «$yaml»: tool.yaml
          `,
          stepsExample`
            - uses: github/org/repo@v1.0.0
              with:
                «$host»: gitlab.example.org
          `,
        ],
        good: [
          stepsExample`
            - uses: gitlab/group/project@v1.0.0
              with:
                $yaml: tool.yaml
                $host: gitlab.example.org
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    if (step.uses === undefined || step.with === undefined) return;
    const { kind } = usesReference(step.uses.value);
    if (kind === 'gitlab' || kind === 'computed' || kind === 'other' || kind === 'action') return;
    for (const pair of step.with.pairs) {
      const key = keyName(pair);
      if (!withSpecials.some((special) => special.name === key)) continue;
      if (kind === 'github' && key !== '$host') continue;
      yield {
        message: `"${key}" has no meaning for "${step.uses.value}"`,
        at: pair.key.span,
        help: key === '$host' ? '"$host" belongs to gitlab/' : `"${key}" belongs to github/ and gitlab/`,
      };
    }
  },
});
