import { spanIn } from '../../analysis/expressions/references.ts';
import { fieldsByName } from '../../analysis/form/input-tree.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { stateKeywords } from '../../facts/tables/state-keywords.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';
import { isConditionSite, testedParts } from './tested-parts.analysis.ts';

const keywords: readonly string[] = stateKeywords.map((keyword) => keyword.name);
/** How other systems and the editor call the states. */
const meant: ReadonlyMap<string, string> = new Map([
  ['cancelled', 'canceled'],
  ['failure', 'error'],
  ['failed', 'error'],
  ['success', 'completed'],
  ['succeeded', 'completed'],
]);

/** A word that is no keyword stands as a condition. */
export const wordAsCondition = defineRule({
  meta: {
    id: 'word-as-condition',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A condition of `if`, `hidden`, `ignore` and the like is a word that is neither a keyword nor a reference.',
      why: 'A word without a context is a text, and a text is always true.',
      fix: 'Write the keyword as it is spelt (`always`, `never`, `completed`, `error`, `canceled`), or the whole reference, such as `inputs.name`.',
      examples: {
        bad: [
          stepsExample`
            - run: make
            - if: \${{ «cancelled» }}
          `,
          workflowExample`
            steps:
              - if: \${{ !«fast» && inputs.fast != true }}
            inputs:
              fast:
                type: boolean
          `,
        ],
        good: [
          stepsExample`
            - run: make
            - if: \${{ canceled }}
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    if (!isConditionSite(site) || site.expression === undefined) return;
    for (const word of testedParts(site.expression)) {
      // `True` and `undefined` are what they say, more or less.
      if (word.kind !== 'bareword' || /^(true|false|undefined|none)$/i.test(word.value)) continue;
      const near = meant.get(word.value) ?? suggest(word.value, keywords);
      const [input, another] = context.ask(fieldsByName, workflow).get(word.value) ?? [];
      const reference = input && another === undefined ? `inputs.${input.reference.join('.')}` : undefined;
      const instead = reference ?? (site.place.kind === 'input' ? undefined : near);
      const at = spanIn(site, word);
      yield {
        message: `"${word.value}" is a text here and always true: it is neither a keyword nor a reference`,
        at,
        ...didYouMean(at, instead, { otherwise: 'write the whole reference, as inputs.NAME' }),
      };
    }
  },
});
