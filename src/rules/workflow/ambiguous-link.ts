import { keyName } from '../../analysis/structure/key-name.ts';
import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { pairOf, valueAt } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** A link with two destinations, or with none. */
export const ambiguousLink = defineRule({
  meta: {
    id: 'ambiguous-link',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: () => ({
      what: 'A link has both "endpoint" and "url", or neither.',
      why: 'The platform takes exactly one of them.',
      fix: 'Keep one.',
      examples: {
        bad: [
          'links:\n  «docs»:\n    detach: true\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
          'links:\n  «docs»:\n    url: https://example.org\n    endpoint: session\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
        ],
        good: [
          'links:\n  docs:\n    url: https://example.org\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
        ],
      },
    }),
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
      };
    }
  },
});
