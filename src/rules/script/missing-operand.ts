import { scriptFunctions } from '../../analysis/shell/script-functions.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';
import { wrongOperands } from './missing-operand.analysis.ts';

/** A command that lacks a file or folder, or has the words of a second command behind its own. */
export const missingOperand = defineRule({
  meta: {
    id: 'missing-operand',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A command such as `chmod`, `mkdir` or `cp` lacks the file it is for, or the words of a second command stand behind its own.',
      why: 'It fails with a usage message; under `set -e` the script ends there, otherwise what it should have made is missing later.',
      fix: 'Name the file, or put the second command behind `&&`.',
      examples: {
        bad: [
          toolExample`
            echo token > token.txt
            «chmod 600»
          `,
          toolExample`
            results=$HOME/results
            «mkdir -p»
            touch "$results/ready"
          `,
          toolExample`
            «cp "$HOME/settings.toml"»
          `,
          toolExample`
            target=$HOME/tool
            mkdir -p "$target"
            cd "$target" «git init --quiet»
          `,
          toolExample`
            mkdir -p "$HOME/work" «cd "$HOME/work"»
          `,
          toolExample`
            cd "$HOME/one" «"$HOME/two"»
          `,
          toolExample`
            cp «cp» "$HOME/a" "$HOME/b"
          `,
          toolExample`
            «rm -rf»
          `,
        ],
        good: [
          toolExample`
            files=$(ls)
            chmod 600 "$HOME/token"
            chmod $files
            mkdir -p $files
            chmod +x -- run.sh
            chmod --reference=a b
          `,
          toolExample`
            cp -t out a.txt
            mkdir -m 700 private
            touch cd
            mkdir -p cd git
          `,
          toolExample`
            cp a.txt{,.bak}
            mv "$@"
            cp "\${list[@]}"
          `,
          toolExample`
            find . -name "*.log" | xargs rm
            find . -name x -exec rm {} +
          `,
          toolExample`
            mkdir() { command mkdir -p "$HOME/x"; }
            mkdir
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const functions = context.ask(scriptFunctions, script);
    for (const command of context.ask(shellCommands, script).commands) {
      if (functions.has(command.program ?? '')) continue;
      const wrong = wrongOperands(command);
      if (wrong === undefined) continue;
      const { node } = command;
      const start = wrong.from?.pos ?? node.name?.pos ?? node.pos;
      const last = command.words.at(-1) ?? node.name;
      const end =
        wrong.apart === undefined && wrong.from !== undefined ? wrong.from.end : (last?.end ?? node.end);
      const at = script.text.spanOf(start, end);
      const whole = script.text.spanOf(node.pos, end);
      // the lines of a folded block became one, which is told as that
      if (whole.end - whole.start !== end - node.pos) continue;
      yield {
        message: wrong.message,
        at,
        help: wrong.help,
        ...(wrong.apart !== undefined && {
          fix: {
            title: 'Part the two commands',
            safety: 'unsafe',
            edits: [{ span: script.text.spanOf(wrong.apart.pos, wrong.apart.pos), replacement: '&& ' }],
          },
        }),
      };
    }
  },
});
