import { setNames } from '../../analysis/shell/set-names.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** A variable of the shell between the single quotes of a command of sed. */
export const shellVariableInSed = defineRule({
  meta: {
    id: 'shell-variable-in-sed',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A variable that the script sets stands between the single quotes of what sed is to put in.',
      why: 'The shell expands nothing between single quotes: the file gets the name of the variable instead of its value.',
      fix: 'Write the command of sed in double quotes.',
      examples: {
        bad: [
          toolExample`
            port=$(pw agent open-port)
            sed -i 's/__PORT__/«$port»/' app.conf
          `,
          toolExample`
            base=/me/session
            sed -e 's|@BASE@|«\${base}»/static|g' page.tmpl > page.html
          `,
        ],
        good: [
          toolExample`
            port=$(pw agent open-port)
            sed -i "s/__PORT__/$port/" app.conf
            sed -i 's/__PORT__/'"$port"'/' app.conf
          `,
          toolExample`
            port=8080
            sed -i 's/port$/port /; s/^listen .*$/listen;/' app.conf
            sed -i 's/8080/$port/' start.sh
            sed 's/@PORT@/$port/' nginx.tmpl | envsubst > nginx.conf
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const { text } = script.shell;
    if (!/\bsed\b/.test(text) || /\benvsubst\b/.test(text)) return;
    const names = new Set(context.ask(setNames, script).map(({ name }) => name));
    for (const { program, words } of context.ask(shellCommands, script).commands) {
      if (program !== 'sed' || words.some(isScriptFile)) continue;
      for (const word of words) {
        for (const { name, written, start } of replacements(word)) {
          if (!names.has(name)) continue;
          const at = script.text.spanOf(start, start + written.length);
          yield {
            message: `"${written}" is not expanded between single quotes: sed puts in its name`,
            at,
            help: 'write the command of sed in double quotes',
            fault: name,
          };
        }
      }
    }
  },
});

/** What sed writes into a script is expanded there. */
function isScriptFile(word: Word): boolean {
  return /\.(sh|bash|sbatch|pbs|slurm|job|tmpl\.sh|env)["']?$/.test(literalOf(word) ?? word.text);
}

interface Replaced {
  readonly name: string;
  readonly written: string;
  /** Offset into the script. */
  readonly start: number;
}

/** The variables in what `s/…/…/` puts in, in a word that is all in single quotes. */
function* replacements({ text, pos }: Word): Generator<Replaced> {
  if (!/^'[^']*'$/.test(text)) return;
  for (const match of text.matchAll(/(?<=^'|[\s;])s([/|#,@])((?:\\.|(?!\1).)*)\1((?:\\.|(?!\1).)*)\1/g)) {
    const [whole, , , put = ''] = match;
    const offset = match.index + whole.length - 1 - put.length;
    for (const { 0: written, 1: name = '', index } of put.matchAll(/(?<!\\)\$\{?([A-Za-z_]\w*)\}?/g))
      yield { name, written, start: pos + offset + index };
  }
}
