import { dedent } from '../../base/dedent.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { idleFalses } from './idle-false.analysis.ts';

/** A `false` that is meant to end a script which goes on. */
export const falseEndsNothing = defineRule({
  meta: {
    id: 'false-ends-nothing',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A script that does not say `set -e` runs `false` where something went wrong, and then goes on.',
      why: '`false` only sets the exit status, and the next command sets another one: the failure is forgotten, and the rest runs without what it needs.',
      fix: 'Write `exit 1`, or put the rest into `else`.',
      examples: {
        bad: [
          startExample({
            hostname: dedent`
              if [ -z "$port" ]; then
                echo "no port" >&2
                «false»
              fi
              hostname > HOSTNAME
            `,
          }),
          startExample({
            hostname: dedent`
              for turn in 1 2 3; do
                [ -d "$HOME/data" ] && break
                [ -f data.failed ] && «false»
                sleep 3
              done
              hostname > HOSTNAME
            `,
          }),
        ],
        good: [
          startExample({
            hostname: dedent`
              if [ -z "$port" ]; then
                echo "no port" >&2
                exit 1
              fi
              hostname > HOSTNAME
            `,
          }),
          startExample({
            before: 'set -e',
            hostname: dedent`
              if [ -z "$port" ]; then
                false
              fi
              hostname > HOSTNAME
            `,
          }),
          startExample({
            before: dedent`
              found() {
                [ -f "$1" ] && return
                false
              }
            `,
            hostname: dedent`
              if ! found data; then exit 1; fi
              { echo start; false; } || echo failed
              false
              status=$?
              echo "$status"
              hostname > HOSTNAME
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    const job = file?.workflow?.jobs.find((one) => one.id.value === script.job);
    const step = script.stepIndex === undefined ? undefined : job?.steps[script.stepIndex];
    const shell = valueAt(step?.node, 'shell');
    // What shell a step asks for may have its own idea of failures.
    if (shell !== undefined) return;
    for (const { pos, end } of context.ask(idleFalses, script)) {
      yield {
        message: '`false` ends nothing here: the script goes on with what follows',
        at: script.text.spanOf(pos, end),
        help: 'write `exit 1`, or put what follows into `else`',
      };
    }
  },
});
