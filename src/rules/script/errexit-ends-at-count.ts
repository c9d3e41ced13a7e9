import { scriptBehaviour } from '../../analysis/contract/behaviour.ts';
import { sourceText } from '../../analysis/shell/source-text.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

export const errexitEndsAtCount = defineRule({
  meta: {
    id: 'errexit-ends-at-count',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'Under `set -e` a counter is raised from 0 by `((count++))`, which fails.',
      why: 'An arithmetic command whose value is 0 counts as failed: the script ends here without a word.',
      fix: 'Write `count=$((count + 1))`.',
      examples: {
        bad: [
          startExample({
            before: dedent`
              set -e
              count=0
              «((count++))»
            `,
          }),
        ],
        good: [
          startExample({
            before: dedent`
              set -e
              count=0
              count=$((count + 1))
            `,
          }),
          startExample({
            before: dedent`
              count=0
              ((count++))
            `,
          }),
          startExample({
            before: dedent`
              set -e
              count=0
              ((++count))
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const event of context.ask(scriptBehaviour, script).events) {
      if (event.kind !== 'zero' || event.at.file !== script.path) continue;
      const counter = /^\(\(\s*([A-Za-z_]\w*)\s*(\+\+|--)\s*\)\)$/.exec(sourceText(script, event.at) ?? '');
      yield {
        message: 'the value of this is 0, which `set -e` takes for a failure: the script ends here',
        at: event.at,
        help: 'write `name=$((name + 1))`',
        ...(counter !== null && {
          fix: {
            title: 'Assign the sum',
            safety: 'safe',
            edits: [
              {
                span: event.at,
                replacement: `${counter[1]}=$((${counter[1]} ${counter[2] === '++' ? '+' : '-'} 1))`,
              },
            ],
          },
        }),
      };
    }
  },
});
