import { lateStatusChecks } from '../../analysis/shell/late-status-checks.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A status that is that of `tee`, `head` or `local`, and not of the program. */
export const pipelineStatusLost = defineRule({
  meta: {
    id: 'pipeline-status-lost',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The exit status of a pipeline or of a command in `$(…)` is looked at, but it is that of its last command, or of `local`.',
      why: 'A program whose output goes through `tee`, `sed` or `head`, or into `local name=$(program)`, may fail, and the script goes on as if it had not.',
      fix: 'Write `set -o pipefail` before it, or look at `${PIPESTATUS[0]}`; write `local name` on a line of its own.',
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
          startExample({
            before: dedent`
              check() {
                local answer=$(./prepare.bash)
                if «[ $? -ne 0 ]»; then
                  return 1
                fi
                echo "$answer"
              }
              check
            `,
          }),
          startExample({
            before: dedent`
              for attempt in 1 2 3; do
                «curl -sf http://localhost:8000 | head -n 1» && break
                sleep 1
              done
            `,
          }),
        ],
        good: [
          startExample({
            before: dedent`
              check() {
                local answer
                answer=$(./prepare.bash)
                if [ $? -ne 0 ]; then return 1; fi
                local count=$((1 + 1))
                if [ $? -ne 0 ]; then return 1; fi
                echo "$answer $count"
              }
              check
            `,
          }),
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
      if (check.kind === 'errexit') continue;
      const isPipeline = check.kind === 'pipeline';
      yield {
        message: isPipeline
          ? `this is the exit status of \`${check.last}\`, not of the program before it`
          : `this is the exit status of \`${check.last}\`, not of the program in "$(…)"`,
        at: script.text.spanOf(check.node.pos, check.node.end),
        related:
          check.of === check.node
            ? []
            : [
                {
                  span: script.text.spanOf(check.of.pos, check.of.end),
                  text: isPipeline ? 'the pipeline' : `\`${check.last}\` succeeds here`,
                },
              ],
        help: isPipeline
          ? 'write `set -o pipefail` before the pipeline, or look at `${PIPESTATUS[0]}`'
          : `declare the variable first, and give it its value on a line of its own`,
      };
    }
  },
});
