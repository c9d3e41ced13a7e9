import { keyName } from '../../analysis/structure/key-name.ts';
import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { pairOf, valueAt } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A link with two destinations, or with none. */
export const ambiguousLink = defineRule({
  meta: {
    id: 'ambiguous-link',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A link has both "endpoint" and "url", or neither.',
      why: 'The platform takes exactly one of them.',
      fix: 'Keep one.',
      examples: {
        bad: [
          workflowExample`
            links:
              «docs»:
                detach: true
            steps:
              - run: echo hello
          `,
          workflowExample`
            links:
              «docs»:
                url: https://example.org
                endpoint: session
            steps:
              - run: echo hello
          `,
        ],
        good: [
          workflowExample`
            links:
              docs:
                url: https://example.org
            steps:
              - run: echo hello
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }) {
    const links = valueAt(workflow.root, 'links');
    for (const link of links?.kind === 'map' ? links.pairs : []) {
      const { value } = link;
      if (value?.kind !== 'map') continue;
      const has = (key: string) => pairOf(value, key) !== undefined;
      if (has('endpoint') !== has('url')) continue;
      // a misspelt one is told by another rule
      if (!has('url') && !(lacksKey(value, 'url') && lacksKey(value, 'endpoint'))) continue;
      yield {
        message: `the link "${keyName(link)}" has ${has('url') ? 'both "endpoint" and "url"' : 'neither "endpoint" nor "url"'}, expected one of them`,
        at: link.key.span,
        help: 'write "endpoint" for an endpoint of the platform, "url" for any other address',
      };
    }
  },
});
