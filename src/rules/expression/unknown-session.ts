import { referencesIn, spanIn } from '../../analysis/expressions/references.ts';
import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { pairOf, valueAt } from '../../syntax/yaml/tree.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A session that is read and not declared. */
export const unknownSession = defineRule({
  meta: {
    id: 'unknown-session',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'An expression reads `sessions.NAME`, and the workflow declares no session of this name.',
      why: 'The unique name of the session stays empty, so `update-session` and addresses built from it point nowhere.',
      fix: 'Write the name as it stands under `sessions`, or declare the session there.',
      examples: {
        bad: [stepsExample`- if: \${{ sessions.«desktop» != none }}`],
        good: [
          workflowExample`
            steps:
              - if: \${{ sessions.session != none }}
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  type: link
                  url: https://example.org
            sessions:
              session:
                type: link
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    const declared = valueAt(workflow.root, 'sessions');
    // a list or a text is told by another rule
    if (declared !== undefined && declared.kind !== 'map' && declared.kind !== 'scalar') return;
    // so is a misspelt key
    if (
      declared === undefined &&
      pairOf(workflow.root, 'sessions') === undefined &&
      !lacksKey(workflow.root, 'sessions')
    )
      return;
    for (const reference of context.ask(referencesIn, site)) {
      const [segment] = reference.segments;
      if (reference.root !== 'sessions' || segment?.kind !== 'name') continue;
      const names = workflow.sessions.map((session) => session.name.value);
      if (names.includes(segment.name)) continue;
      const near = suggest(segment.name, names) ?? (names.length === 1 ? names[0] : undefined);
      const at = spanIn(site, segment);
      yield {
        message: `session "${segment.name}" is not declared under "sessions"`,
        at,
        fault: segment.name,
        ...didYouMean(at, near, { otherwise: `declare it: sessions: {${segment.name}: {}}` }),
      };
    }
  },
});
