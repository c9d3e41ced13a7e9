import { lateStatusChecks } from '../../analysis/shell/late-status-checks.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A `$?` that is never reached after a failure under `set -e`. */
export const statusReadAfterErrexit = defineRule({
  meta: {
    id: 'status-read-after-errexit',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'Under `set -e` the exit status of a command is looked at in the next line.',
      why: 'When the command fails the script ends at once: the line that looks at it is never reached, and its branch never taken.',
      fix: 'Write `if ! command; then …`, or `command || status=$?`.',
      examples: {
        bad: [
          startExample({
            before: 'set -e',
            hostname: dedent`
              mkdir -p work
              if «[ $? -ne 0 ]»; then
                exit 1
              fi
              hostname > HOSTNAME
            `,
          }),
        ],
        good: [
          startExample({
            hostname: dedent`
              mkdir -p work
              if [ $? -ne 0 ]; then
                exit 1
              fi
              hostname > HOSTNAME
            `,
          }),
          startExample({
            before: 'set -e',
            hostname: dedent`
              set +e
              mkdir -p work
              if [ $? -ne 0 ]; then
                exit 1
              fi
              hostname > HOSTNAME
            `,
          }),
          {
            'tools/report.sh': dedent`
              set -e
              make-report --all
              status=$?
              exit $status
            `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const check of context.ask(lateStatusChecks, script)) {
      if (check.kind !== 'errexit') continue;
      yield {
        message: 'under `set -e` this line is only reached when the command before it has succeeded',
        at: script.text.spanOf(check.node.pos, check.node.end),
        related: [
          {
            span: script.text.spanOf(check.of.pos, check.of.end),
            text: 'when this fails, the script ends here',
          },
        ],
        help: 'write `if ! command; then …`, or `command || status=$?`',
      };
    }
  },
});
