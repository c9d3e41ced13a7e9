import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { shellOptions } from '../../facts/tables/shell-options.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** `set -o` or `shopt` with a name that bash does not know. */
export const unknownShellOption = defineRule({
  meta: {
    id: 'unknown-shell-option',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: '`set -o` or `shopt` is given a name that is no option of bash.',
      why: 'Bash says "invalid option name" and sets nothing; where `-e` holds, the script ends there.',
      fix: 'Write the name of the option: `set -o` and `shopt` print them all.',
      examples: {
        bad: [
          toolExample`
            set -eo «pipefial»
            date
          `,
          toolExample`
            set -e
            set -o «no_unset» -o pipefail
          `,
          toolExample`
            shopt -s extglob «null_glob»
            ls -d data/*.nc
          `,
        ],
        good: [
          toolExample`
            set -Eeuo pipefail
            set +o posix
            set -o errexit -o nounset
            set -e -- -o whatever
            set -o
            set -o "$mode"
            shopt -s nullglob globstar
            shopt -u compat50
            shopt -so pipefail
            shopt -q login_shell || true
            set -o | grep errexit
            set +o > options
            (set -o igncr) 2> /dev/null && set -o igncr
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const command of context.ask(shellCommands, script).commands) {
      for (const { word, name, known } of optionsNamed(command)) {
        if (known.includes(name)) continue;
        const at = script.text.spanOf(word.pos, word.end);
        yield {
          message: `bash has no option "${name}"`,
          at,
          ...didYouMean(at, suggest(name, known), { otherwise: `\`${command.program} -o\` prints them all` }),
        };
      }
    }
  },
});

interface OptionNamed {
  readonly word: Word;
  readonly name: string;
  readonly known: readonly string[];
}

function optionsNamed({ program, words }: ShellCommand): readonly OptionNamed[] {
  if (program === 'set') return namesBehindO(words);
  if (program !== 'shopt') return [];
  const options = words.filter(({ text }) => text.startsWith('-')).map(({ text }) => text);
  const known = options.some((text) => text.includes('o')) ? shellOptions.set : shellOptions.shopt;
  return words.flatMap((word) => {
    const name = literalOf(word);
    return name === undefined || name.startsWith('-') ? [] : [{ word, name, known }];
  });
}

/** The words behind `-o`, `+o` and groups of letters with an o, up to the operands. */
function namesBehindO(words: readonly Word[]): readonly OptionNamed[] {
  const found: OptionNamed[] = [];
  for (let index = 0; index < words.length; index++) {
    const text = words[index]?.text ?? '';
    if (!/^[-+][A-Za-z]+$/.test(text)) break;
    const word = words[index + 1];
    if (!text.includes('o') || word === undefined) continue;
    const name = literalOf(word);
    if (name === undefined || /^[-+]/.test(name)) continue;
    found.push({ word, name, known: shellOptions.set });
    index++;
  }
  return found;
}
