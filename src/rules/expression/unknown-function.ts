import { partsIn, spanIn } from '../../analysis/expressions/references.ts';
import { stateKeywords } from '../../facts/tables/state-keywords.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const known: readonly string[] = [
  ...stateKeywords.map((keyword) => keyword.name),
  'success',
  'failure',
  'cancelled',
];

/** What to write instead of functions that other systems have. */
const instead: ReadonlyMap<string, string> = new Map([
  ['contains', "write: list includes 'value', or text includes 'part'"],
  ['startsWith', "there is no such test; text includes 'part' comes nearest"],
  ['endsWith', "there is no such test; text includes 'part' comes nearest"],
  ['format', "join texts with +: inputs.a + '/x'"],
  ['join', 'write several expressions one after the other'],
  ['toJSON', 'lists and objects become JSON by themselves when they are pasted into text'],
  ['hashFiles', 'compute it in a step and write it to $OUTPUTS'],
]);

/** Functions of the platform's development branch, which may arrive any day. */
const coming: readonly string[] = ['range', 'fromJSON'];

/** A function is called that the language does not have. */
export const unknownFunction = defineRule({
  meta: {
    id: 'unknown-function',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'An expression calls a function that the language does not have.',
      why: 'There are no functions but the states of the visual editor (`success()`, `failure()`, `cancelled()`): the call stays as text.',
      fix: "Use operators: `includes`, `in`, `+`, `? :`. What needs more belongs into a step's script.",
      examples: {
        bad: [stepsExample`- if: \${{ «contains»(inputs.name, 'gpu') }}`],
        good: [
          stepsExample`
            - if: \${{ inputs.name includes 'gpu' }}
            - if: \${{ failure() }}
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site }, context) {
    if (site.expression === undefined) return;
    for (const part of context.ask(partsIn, site)) {
      if (part.kind !== 'call' || known.includes(part.name)) continue;
      const isComing = coming.includes(part.name);
      yield {
        message: isComing
          ? `"${part.name}" was not live on the platform when this was last checked: the call stays as text`
          : `there is no function "${part.name}"; expressions have only operators`,
        at: spanIn(site, part.nameRange),
        help: instead.get(part.name) ?? 'compute it in a step and write it to $OUTPUTS',
        severity: isComing ? 'warning' : undefined,
      };
    }
  },
});
