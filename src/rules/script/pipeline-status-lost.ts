import { lateStatusChecks } from '../../analysis/shell/late-status-checks.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

export const pipelineStatusLost = defineRule({
  meta: {
    id: 'pipeline-status-lost',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The exit status of a pipeline is looked at, but it is that of its last command.',
      why: 'A program whose output goes through `tee`, `sed` or `head` may fail, and the script goes on as if it had not.',
      fix: 'Write `set -o pipefail` before it, or look at `${PIPESTATUS[0]}`.',
      examples: {
        bad: [
          startExample({ before: '«./prepare.bash | tee prepare.log» || exit 1' }),
          startExample({
            before: dedent`
              if «! ./prepare.bash 2>&1 | tee prepare.log»; then
                exit 1
              fi
            `,
          }),
          startExample({
            before: dedent`
              ./prepare.bash | tee prepare.log
              if «[ $? -ne 0 ]»; then
                exit 1
              fi
            `,
          }),
        ],
        good: [
          startExample({
            before: dedent`
              ./prepare.bash | tee prepare.log || true
              ./prepare.bash 2>&1 | tail -n 20 || :
              ./prepare.bash | head -n 3 || /bin/true
              { ./prepare.bash | sed s/a/b/ || true; } > prepare.log
            `,
          }),
          startExample({
            before: dedent`
              if ./prepare.bash | grep -q ready; then
                echo ready
              fi
            `,
          }),
          startExample({
            before: dedent`
              set -o pipefail
              if ! ./prepare.bash | tee prepare.log; then
                exit 1
              fi
            `,
          }),
          startExample({
            before: dedent`
              set -o pipefail
              ./prepare.bash | tee prepare.log
              if [ $? -ne 0 ]; then
                exit 1
              fi
            `,
          }),
          startExample({
            before: dedent`
              ./prepare.bash | grep ready
              if [ $? -ne 0 ]; then
                exit 1
              fi
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const check of context.ask(lateStatusChecks, script)) {
      if (check.kind !== 'pipeline') continue;
      yield {
        message: `this is the exit status of \`${check.last}\`, not of the program before it`,
        at: script.text.spanOf(check.node.pos, check.node.end),
        related:
          check.of === check.node
            ? []
            : [{ span: script.text.spanOf(check.of.pos, check.of.end), text: 'the pipeline' }],
        help: 'write `set -o pipefail` before the pipeline, or look at `${PIPESTATUS[0]}`',
      };
    }
  },
});
