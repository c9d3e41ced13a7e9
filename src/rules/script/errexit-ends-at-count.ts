import { scriptBehaviour } from '../../analysis/contract/behaviour.ts';
import { sourceText } from '../../analysis/shell/source-text.ts';
import { dedent } from '../../base/dedent.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Script } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { firstTurnCounts } from './first-turn-counts.analysis.ts';

/** `((count++))` from 0 under `set -e`. */
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
          startExample({
            before: dedent`
              set -euo pipefail
              tries=0
              until [ -f ready ]; do
                «((tries++))»
                sleep 1
              done
            `,
          }),
          startExample({
            before: dedent`
              set -e
              found=0
              for file in *.dat; do
                if [ -s "$file" ]; then
                  «let found++»
                fi
              done
              echo "$found" > found.txt
            `,
          }),
        ],
        good: [
          startExample({
            before: dedent`
              set -e
              tries=1
              found=0
              until [ -f ready ]; do
                ((tries++))
                ((found++)) || true
                sleep 1
              done
              count=0
              for file in *.dat; do
                count=$((count + 1))
                ((count++))
              done
            `,
          }),
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
    const followed = context
      .ask(scriptBehaviour, script)
      .events.flatMap(({ kind, at }) => (kind === 'zero' && at.file === script.path ? [at] : []));
    const inLoops = context
      .ask(firstTurnCounts, script)
      .filter(({ start }) => followed.every((at) => at.start !== start));
    for (const at of followed) yield finding(at, script, 'the value of this is 0');
    for (const at of inLoops) yield finding(at, script, 'the first time the value of this is 0');
  },
});

function finding(at: Span, script: Script, what: string): Finding {
  const text = sourceText(script, at) ?? '';
  const counter = /^(?:\(\(\s*|let\s+["']?)([A-Za-z_]\w*)\s*(\+\+|--)(?:\s*\)\)|["']?)$/.exec(text);
  const sum = counter && `${counter[1]}=$((${counter[1]} ${counter[2] === '++' ? '+' : '-'} 1))`;
  return {
    message: `${what}, which \`set -e\` takes for a failure: the script ends here`,
    at,
    help: 'write `name=$((name + 1))`',
    ...(sum !== null && {
      fix: { title: 'Assign the sum', safety: 'safe', edits: [{ span: at, replacement: sum }] },
    }),
  };
}
