import { programOf } from '../../analysis/shell/command-output.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** Programs that only print and look at no setting but the language. */
const printers: ReadonlySet<string> = new Set(['printf', 'echo', 'cat', 'yes', 'seq']);

/** Settings that change how such programs print, or how the shell reads the words. */
const ofPrinters = /^(LC_\w+|LANG|LANGUAGE|TZ|IFS|COLUMNS|POSIXLY_CORRECT)$/;

/** A setting in front of a program that only feeds the one that it is meant for. */
export const settingForOtherProgram = defineRule({
  meta: {
    id: 'setting-for-other-program',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A variable is set for the command before a pipe, and meant for the program behind it.',
      why: '`NAME=value printf … | program` sets NAME for `printf` alone; the program finds the old value, or none.',
      fix: 'Write the assignment in front of the program: `printf … | NAME=value program`.',
      examples: {
        bad: [
          toolExample`
            folder=/tmp/desk-$USER
            mkdir -p "$folder"
            «HOME=$folder» printf "%s\n" "$1" | deskpasswd -u "$USER"
          `,
          toolExample`
            «DATABASE=main» echo "select 1" | runquery
          `,
        ],
        good: [
          toolExample`
            folder=/tmp/desk-$USER
            mkdir -p "$folder"
            printf "%s\n" "$1" | HOME=$folder deskpasswd -u "$USER"
          `,
          toolExample`
            LC_ALL=C sort list.txt | LC_ALL=C uniq
            TZ=UTC cat list.txt | sort
            IFS=, echo x | cat
            export DATABASE=main
            echo "select 1" | runquery
          `,
          toolExample`
            PAGES=2 ./make-list | sort
            NAME=x echo plain
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { node, program, pipedTo } of context.ask(shellCommands, script).commands) {
      const [next] = pipedTo;
      if (next === undefined || !printers.has(program ?? '') || node.name?.text !== program) continue;
      const setting = node.prefix.find((part) => part.type === 'Assignment');
      if (setting?.type !== 'Assignment' || ofPrinters.test(setting.name)) continue;
      const meant = programOf(next).program;
      yield {
        message: `"${setting.name}" is set for \`${program}\` only`,
        at: script.text.spanOf(setting.pos, setting.end),
        help: `write it in front of ${meant === undefined ? 'the program behind the pipe' : `\`${meant}\``}`,
      };
    }
  },
});
