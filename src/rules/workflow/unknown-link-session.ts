import { literalScalar } from '../../analysis/form/input-attributes.ts';
import { scalarText } from '../../analysis/structure/key-name.ts';
import { writtenLike } from '../../analysis/structure/written-scalar.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A link to a session that does not exist. */
export const unknownLinkSession = defineRule({
  meta: {
    id: 'unknown-link-session',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'The "endpoint" of a link names a session that is not declared.',
      why: 'The link leads nowhere.',
      fix: 'Name a session of the workflow.',
      examples: {
        bad: [
          workflowExample`
            sessions:
              session:
            links:
              app:
                endpoint: «sesion»
            steps:
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  target: user-workspace
                  remotePort: 8080
          `,
        ],
        good: [
          workflowExample`
            sessions:
              session:
            links:
              app:
                endpoint: session
            steps:
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  target: user-workspace
                  remotePort: 8080
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }) {
    const links = valueAt(workflow.root, 'links');
    const names = workflow.sessions.map((session) => session.name.value);
    // endpoints that scripts register have no entry under sessions
    if (names.length === 0) return;
    for (const link of links?.kind === 'map' ? links.pairs : []) {
      const endpoint = literalScalar(valueAt(link.value, 'endpoint'));
      if (endpoint === undefined || names.includes(scalarText(endpoint))) continue;
      const near = suggest(scalarText(endpoint), names);
      if (near === undefined) continue;
      yield {
        message: `the workflow has no session "${scalarText(endpoint)}"`,
        at: endpoint.span,
        ...didYouMean(endpoint.span, near, { write: (near) => writtenLike(endpoint, near, workflow.root) }),
      };
    }
  },
});
