import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { dedent } from '../../base/dedent.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';
import { mangledKey } from './mangled-key.analysis.ts';

/** A filter on the way to `$OUTPUTS` that changes the key as well. */
export const mangledOutputKey = defineRule({
  meta: {
    id: 'mangled-output-key',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'A line for $OUTPUTS goes through `tr` or `sed`, which changes the key with the value.',
      why: 'The output gets another name: whoever reads it by the written one finds nothing.',
      fix: 'Change the value alone: `echo "key=$(echo "$value" | tr a-z A-Z)" >> "$OUTPUTS"`.',
      examples: {
        bad: [
          sessionExample({
            afterwards: dedent`
              - run: |
                  echo "node_name=gpu" | «awk '{print toupper($0)}' >> "$OUTPUTS"»
            `,
          }),
          sessionExample({
            afterwards: '- run: echo "node_name=gpu_01" | «sed \'s/_/-/g\'» | tee -a "$OUTPUTS"',
          }),
          sessionExample({
            afterwards: '- run: echo "state_now=ready" | «tr -d \'_\'» | tee -a "$OUTPUTS"',
          }),
        ],
        good: [
          sessionExample({
            afterwards: '- run: echo "node_name=gpu_01" | sed \'s/01/02/\' | tee -a "$OUTPUTS"',
          }),
          sessionExample({
            afterwards: '- run: echo "state_now=$(echo Ready | tr A-Z a-z)" | tee -a "$OUTPUTS"',
          }),
          sessionExample({
            afterwards: '- run: echo "state=ready" | tr -d \'\\r\' | tee -a "$OUTPUTS"',
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const command of context.ask(shellCommands, script).commands) {
      const fault = mangledKey(command);
      if (fault === undefined) continue;
      yield {
        message: `\`${fault.program}\` turns the key "${fault.key}" into "${fault.becomes}"`,
        at: script.text.spanOf(fault.node.pos, fault.node.end),
        help: 'change the value alone, in a substitution of its own',
      };
    }
  },
});
