import { dedent } from '../../base/dedent.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
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
    page: {
      what: 'The key "on" is not in quotes.',
      why: 'The platform takes both; programs that read YAML 1.1 take the bare word for true, and lose the form.',
      fix: 'Put the key in quotes.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - run: echo hello
            «on»:
              execute:
                inputs:
                  name:
                    type: string
                    default: a
          `,
        ],
        good: [
          dedent`
            jobs:
              main:
                steps:
                  - run: echo hello
            'on':
              execute:
                inputs:
                  name:
                    type: string
                    default: a
          `,
        ],
      },
    },
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
