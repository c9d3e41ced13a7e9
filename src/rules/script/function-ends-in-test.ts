import { asksForErrexit, errexitAfter } from '../../analysis/shell/errexit-option.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import type { Statement, SyntaxNode } from '../../syntax/bash/tree.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** A function that fails because a condition at its end does not hold, and ends the script. */
export const functionEndsInTest = defineRule({
  meta: {
    id: 'function-ends-in-test',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'Under `set -e` a function is called whose last line is `[ … ] && command`.',
      why: 'Where the test does not hold, that line and with it the function fails, and the script ends at the call without a word, although there was just nothing to do.',
      fix: 'Write `if [ … ]; then command; fi`.',
      examples: {
        bad: [
          toolExample`
            set -euo pipefail
            show_settings() {
              date
              «[[ -n "\${DEBUG:-}" ]] && env | sort»
            }
            show_settings
            echo done
          `,
          toolExample`
            set -e
            load() { «[ -f settings.sh ] && . ./settings.sh»; }
            load
            echo done
          `,
        ],
        good: [
          toolExample`
            set -e
            show() { if [ -n "$DEBUG" ]; then env; fi; }
            quiet() { [ -n "$DEBUG" ] && env || true; }
            has() { [ -f "$1" ] && grep -q ready "$1"; }
            late() { [ -n "$DEBUG" ] && env; return 0; }
            asked() { [ -n "$DEBUG" ] && env; }
            show
            quiet
            has state
            late
            asked || true
            if asked; then echo yes; fi
          `,
          toolExample`
            show() { [ -n "$DEBUG" ] && env; }
            show
            set -e
            echo done
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (script.role === 'sourced' || !context.ask(asksForErrexit, script)) return;
    const { commands } = context.ask(parsedScript, script).tree;
    const endings = new Map<string, SyntaxNode>();
    let errexit = false;
    for (const { command, background } of commands) {
      if (command.type === 'Function') {
        const ending = actionBehindTest(command.body);
        if (ending === undefined) endings.delete(command.name.value);
        else endings.set(command.name.value, ending);
        continue;
      }
      if (command.type !== 'Command' || background === true) continue;
      const name = command.name?.value ?? '';
      if (name === 'set')
        errexit = errexitAfter(
          command.args.map(({ text }) => text),
          errexit,
        );
      const ending = errexit ? endings.get(name) : undefined;
      if (ending === undefined) continue;
      endings.delete(name);
      yield {
        message: `where this test does not hold, "${name}" fails, and \`set -e\` ends the script at its call`,
        at: script.text.spanOf(ending.pos, ending.end),
        related: [{ span: script.text.spanOf(command.pos, command.end), text: 'it is called here' }],
        help: 'write `if …; then …; fi`',
      };
    }
  },
});

/** The last line of a function, where it does something only when a test holds. */
function actionBehindTest(body: SyntaxNode): SyntaxNode | undefined {
  const statements: readonly Statement[] = body.type === 'BraceGroup' ? body.body.commands : [];
  const last = statements.at(-1)?.command;
  if (last?.type !== 'AndOr' || last.operators.some((operator) => operator !== '&&')) return undefined;
  const [first] = last.commands;
  const action = last.commands.at(-1);
  return first !== undefined && isTest(first) && action !== undefined && isAction(action) ? last : undefined;
}

function isTest(node: SyntaxNode): boolean {
  if (node.type === 'TestCommand') return true;
  return node.type === 'Command' && /^(\[|test)$/.test(node.name?.value ?? '');
}

/** Whether a command is there for what it does, and not for its answer. */
function isAction(node: SyntaxNode): boolean {
  const first = node.type === 'Pipeline' ? node.commands[0] : node;
  if (first?.type !== 'Command') return false;
  if (first.name === undefined) return first.prefix.length > 0;
  return /^(echo|printf|env|export|source|\.|module|cp|mv|rm|ln|mkdir|touch|cat|kill|unset|cd|chmod)$/.test(
    first.name.value ?? '',
  );
}
