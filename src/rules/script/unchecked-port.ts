import { asksForErrexit } from '../../analysis/shell/errexit-option.ts';
import { bodyOf, scriptFunctions } from '../../analysis/shell/script-functions.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { asksForVariable } from '../../analysis/shell/variable-texts.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { Command } from '../../syntax/bash/tree.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** A search for a port that may fail, and whose failure nobody looks at. */
export const uncheckedPort = defineRule({
  meta: {
    id: 'unchecked-port',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A function of the script says by its status that it found no port, and the script does not look at it.',
      why: 'The variable is empty: an empty SESSION_PORT is announced, and the service starts without a port, or on its own.',
      fix: 'Write `PORT=$(find_port) || exit 1`, or `set -e` at the top.',
      examples: {
        bad: [
          toolExample`
            find_port() {
              for p in $(seq 20000 20020); do
                if ! (: < "/dev/tcp/127.0.0.1/$p") 2> /dev/null; then
                  echo "$p"
                  return 0
                fi
              done
              return 1
            }
            PORT=«$(find_port)»
            python3 -m http.server "$PORT"
          `,
        ],
        good: [
          toolExample`
            find_port() {
              for p in 1 2; do [ -d "$p" ] && { echo "$p"; return 0; }; done
              return 1
            }
            PORT=$(find_port) || exit 1
            WEB_PORT=$(find_port)
            [ -n "$WEB_PORT" ] || exit 1
            API_PORT=$(find_port)
            python3 -m http.server "\${API_PORT:?no port}" --directory "$PORT"
          `,
          toolExample`
            set -e
            find_port() {
              for p in 1 2; do [ -d "$p" ] && { echo "$p"; return 0; }; done
              return 1
            }
            PORT=$(find_port)
            python3 -m http.server "$PORT"
          `,
          toolExample`
            find_port() {
              echo 20000
            }
            PORT=$(find_port)
            python3 -m http.server "$PORT"
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const functions = context.ask(scriptFunctions, script);
    const mayFail = [...functions].filter(([name, node]) => /port/i.test(name) && failsAtEnd(bodyOf(node)));
    if (mayFail.length === 0 || script.role === 'sourced') return;
    if (context.ask(asksForErrexit, script)) return;
    for (const { node, conditional, inCondition } of context.ask(shellCommands, script).commands) {
      if (inCondition) continue;
      const declares = /^(export|declare|readonly|typeset)$/.test(node.name?.value ?? '');
      const [part, another] = declares ? node.args : node.name === undefined ? node.prefix : [];
      if (part?.type !== 'Assignment' || another !== undefined) continue;
      const called = /^"?(?:\$\(|`)([\w-]+)[^()`]*[)`]"?$/.exec(part.text.slice(part.name.length + 1))?.[1];
      if (!mayFail.some(([name]) => name === called)) continue;
      // behind `||` and `&&` or in an `if` somebody looks
      if (conditional || isChecked(part.name, script.shell.text, node)) continue;
      yield {
        message: `when \`${called}\` finds no port, "${part.name}" is empty and the script goes on`,
        at: script.text.spanOf(part.pos + part.name.length + 1, part.end),
        help: declares
          ? `set "${part.name}" on a line of its own, with || exit 1 behind it`
          : `write ${part.text} || exit 1`,
      };
    }
  },
});

/** Whether the last thing of a function is to say that it failed. */
function failsAtEnd(body: ReturnType<typeof bodyOf>): boolean {
  const last = body.at(-1)?.command;
  return (
    last?.type === 'Command' &&
    /^(return|exit)$/.test(last.name?.value ?? '') &&
    /^[1-9]/.test(last.args[0]?.text ?? '')
  );
}

/** Whether somebody asks for the variable or the status behind the assignment. */
function isChecked(name: string, text: string, node: Command): boolean {
  const rest = text.slice(node.end);
  if (/^\s*(\|\||&&)/.test(rest) || /^\s*;?\s*(if\s+)?(\[+|test|\w+=)\s*\$\?/.test(rest)) return true;
  const compared = new RegExp(`\\$\\{?${escapePattern(name)}\\}?"?\\s*(=|==|=~|!=|-\\w\\w)\\s`);
  return asksForVariable(rest, name) || compared.test(rest);
}
