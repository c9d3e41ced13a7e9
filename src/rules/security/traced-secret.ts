import { secretsInScript } from '../../analysis/shell/secrets.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** `set -x` prints a command with a secret in it. */
export const tracedSecret = defineRule({
  meta: {
    id: 'traced-secret',
    group: 'security',
    severity: 'warning',
    securitySeverity: 6.1,
    since: '0.1.0',
    page: {
      what: 'A command with a password, token or key runs while `set -x` is on.',
      why: '`set -x` prints every command with its values put in, so the secret is in the log of the run.',
      fix: 'Switch tracing off around the command with `set +x`, or leave `set -x` out.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - env:
                  TOKEN: \${{ inputs.token }}
                run: |
                  set -ex
                  export HF_TOKEN="«\${TOKEN}»"
                  python3 fetch.py
            inputs:
              token:
                type: password
          `,
        ],
        good: [
          workflowExample`
            steps:
              - env:
                  TOKEN: \${{ inputs.token }}
                run: |
                  set -e
                  export HF_TOKEN="\${TOKEN}"
                  python3 fetch.py
            inputs:
              token:
                type: password
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const switches = context.ask(shellCommands, script).commands.flatMap((command) => {
      const on = tracing(command);
      return on === undefined ? [] : [{ on, at: command.node.pos, conditional: command.conditional }];
    });
    if (!switches.some(({ on, conditional }) => on && !conditional)) return;
    for (const { occurrence, what } of context.ask(secretsInScript, script)) {
      const { command, role, start } = occurrence;
      // The text of a here-document is not printed.
      if (
        command === undefined ||
        role === 'here-doc' ||
        role === 'here-string' ||
        tracing(command) !== undefined
      )
        continue;
      const last = switches.filter(({ at }) => at < start).at(-1);
      if (last === undefined || !last.on || last.conditional) continue;
      yield {
        message: `"set -x" prints ${what} into the log`,
        at: script.text.spanOf(start, occurrence.end),
        related: [{ span: script.text.spanOf(last.at, last.at + 3), text: 'tracing is switched on here' }],
        help: 'put "set +x" before this command and "set -x" after it, or do not trace this script',
      };
      return;
    }
  },
});

/** Whether a command switches tracing on or off. */
function tracing({ program, words }: ShellCommand): boolean | undefined {
  if (program !== 'set') return undefined;
  let on: boolean | undefined;
  for (const [index, word] of words.entries()) {
    const text = literalOf(word) ?? '';
    if (!text.includes('x')) continue;
    if (/^-[a-zA-Z]*x/.test(text)) on = true;
    else if (/^\+[a-zA-Z]*x/.test(text)) on = false;
    else if (text === 'xtrace') on = literalOf(words[index - 1])?.startsWith('-');
  }
  return on;
}
