import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** A quoted text that stands where a command should. */
export const textRunAsCommand = defineRule({
  meta: {
    id: 'text-run-as-command',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A quoted text of several words stands where a command should, without `echo` in front.',
      why: 'Bash looks for a program of that name and says "command not found"; the text is never printed.',
      fix: 'Put `echo` in front of it.',
      examples: {
        bad: [
          toolExample`
            echo; «"SERVER LOGS"»
            cat server.log
          `,
          toolExample`
            if [ -z "$port" ]; then
              «'no free port was found'» >&2
              exit 1
            fi
          `,
        ],
        good: [
          toolExample`
            echo; echo "SERVER LOGS"
            "$HOME/my programs/serve" --quiet
            "/opt/my programs/serve"
            case "$1" in
              "start now") date ;;
            esac
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { name, words } of context.ask(shellCommands, script).commands) {
      const text = name === undefined ? undefined : literalOf(name);
      if (name === undefined || text === undefined || words.length > 0) continue;
      // a text of several lines is a comment after another language's fashion
      if (!/^["'].*["']$/.test(name.text) || !/\w\s+\w/.test(text) || text.includes('/')) continue;
      const at = script.text.spanOf(name.pos, name.end);
      yield {
        message: `${name.text} is run as a command`,
        at,
        help: 'to print it, put "echo" in front',
        fix: {
          title: 'Put "echo" in front',
          safety: 'unsafe',
          edits: [{ span: { ...at, end: at.start }, replacement: 'echo ' }],
        },
      };
    }
  },
});
