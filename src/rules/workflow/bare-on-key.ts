import { pairOf } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** "on" without quotes. */
export const bareOnKey = defineRule({
  meta: {
    id: 'bare-on-key',
    group: 'workflow',
    severity: 'note',
    since: '0.1.0',
    tier: 'pedantic',
    precision: 'high',
    page: () => ({
      what: 'The key "on" is not in quotes.',
      why: 'The platform takes both; programs that read YAML 1.1 take the bare word for true, and lose the form.',
      fix: 'Put the key in quotes.',
      examples: {
        bad: [
          'jobs:\n  main:\n    steps:\n      - run: echo hello\n«on»:\n  execute:\n    inputs:\n      name:\n        type: string\n        default: a\n',
        ],
        good: [
          "jobs:\n  main:\n    steps:\n      - run: echo hello\n'on':\n  execute:\n    inputs:\n      name:\n        type: string\n        default: a\n",
        ],
      },
    }),
  },
  on: 'workflow',
  *check({ workflow }) {
    const on = pairOf(workflow.root, 'on');
    if (on?.key.style !== 'plain') return;
    yield {
      message: 'programs that read YAML 1.1 take a bare "on" for true',
      at: on.key.span,
      fix: { title: 'quote it', safety: 'safe', edits: [{ span: on.key.span, replacement: '"on"' }] },
    };
  },
});
