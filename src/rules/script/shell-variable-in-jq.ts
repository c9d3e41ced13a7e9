import { setNames } from '../../analysis/shell/set-names.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { dedent } from '../../base/dedent.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { WordPart } from '../../syntax/bash/tree.ts';
import { defineRule } from '../rule.ts';

/** A `$name` of the shell inside a quoted jq program. */
export const shellVariableInJq = defineRule({
  meta: {
    id: 'shell-variable-in-jq',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A variable of the shell stands between the single quotes of a `jq` program.',
      why: 'The shell expands nothing there, and for `jq` it is a variable of its own that is not defined, or plain text inside a string.',
      fix: 'Hand it over: `jq --arg name "$name" \'… $name …\'`.',
      examples: {
        bad: [
          {
            'list.sh': dedent`
              name=demo
              jq -r '.[] | select(.name == "«$name»") | .id' list.json
            `,
          },
          {
            'list.sh': dedent`
              for id in 1 2; do
                jq '.items[«$id»]' list.json
              done
            `,
          },
        ],
        good: [
          {
            'list.sh': dedent`
              name=demo
              jq -r --arg name "$name" '.[] | select(.name == $name) | .id' list.json
              jq -r '.[] | select(.name == "'"$name"'")' list.json
              jq '.[] as $name | $name.id' list.json
              jq -n 'env.name, $ENV.name, $__prog_args' list.json
            `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (!script.shell.text.includes('jq')) return;
    const names = new Set(context.ask(setNames, script).map(({ name }) => name));
    for (const { program, words } of context.ask(shellCommands, script).commands) {
      if (program !== 'jq') continue;
      const text = words.map((word) => word.text).join(' ');
      const quoted = words.flatMap((word) => (word.parts ?? []).filter(isSingleQuoted));
      for (const part of quoted) {
        for (const { 0: written, 1: name = '', index } of part.text.matchAll(/\$([A-Za-z_]\w*)/g)) {
          if (!names.has(name)) continue;
          // What jq defines for itself: an argument, a binding, a parameter, a loop.
          const defines = new RegExp(
            `--(arg|argjson|slurpfile|rawfile|argfile)\\s+["']?${escapePattern(name)}\\b|\\bas\\s[^|]*\\$${escapePattern(name)}\\b|def\\s[^:]*\\$${escapePattern(name)}\\b|__loc__`,
          );
          if (defines.test(text)) continue;
          const start = part.pos + index;
          yield {
            message: `"${written}" is not expanded between single quotes, and jq has no variable of this name`,
            at: script.text.spanOf(start, start + written.length),
            help: `hand it over: \`jq --arg ${name} "${written}" '…'\``,
            fault: `${name}`,
          };
        }
      }
    }
  },
});

function isSingleQuoted(part: WordPart): boolean {
  return part.type === 'SingleQuoted';
}
