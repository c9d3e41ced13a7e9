import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A session of type link without an address. */
export const linkSessionWithoutUrl = defineRule({
  meta: {
    id: 'link-session-without-url',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'update-session makes a link and gives no "url".',
      why: 'A link has no tunnel: without an address it leads nowhere.',
      fix: 'Add "url".',
      examples: {
        bad: [
          workflowExample`
            sessions:
              session:
                type: link
            steps:
              - uses: «parallelworks/update-session»
                with:
                  name: \${{ sessions.session }}
                  type: link
                  slug: docs
          `,
        ],
        good: [
          workflowExample`
            sessions:
              session:
                type: link
            steps:
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  type: link
                  url: https://example.org
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    if (step.uses?.value !== 'parallelworks/update-session') return;
    if (textOf(valueAt(step.with, 'type')) !== 'link' || !lacksKey(step.with, 'url')) return;
    yield {
      message: 'a session of type "link" needs "url"',
      at: step.uses.span,
      help: 'add "url" under "with": the address that the session opens',
    };
  },
});
