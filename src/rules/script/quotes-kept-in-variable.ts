import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import { dedent } from '../../base/dedent.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { defineRule } from '../rule.ts';

/** Quotes inside a variable that is expanded without quotes. */
export const quotesKeptInVariable = defineRule({
  meta: {
    id: 'quotes-kept-in-variable',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A variable holds options with quotes in them, and is expanded without quotes.',
      why: 'What comes out of a variable is split at blanks and not read again: the quotes reach the program as letters, and the words between them apart.',
      fix: 'Keep the options in an array: `options=(--title "My page")`, then `"${options[@]}"`.',
      examples: {
        bad: [
          {
            'serve.sh': dedent`
              options="--port 9000 --title 'My page'"
              exec pageserver «$options»
            `,
          },
          {
            'serve.sh': dedent`
              ARGS='--quiet'
              ARGS+=" --header \"Accept: text/html\""
              fetch-page «\${ARGS}» index.html
            `,
          },
        ],
        good: [
          {
            'serve.sh': dedent`
              options=(--port 9000 --title "My page")
              exec pageserver "\${options[@]}"
            `,
          },
          {
            'serve.sh': dedent`
              options="--port 9000 --title 'My page'"
              eval "pageserver $options"
              eval pageserver $options
              bash -c "pageserver $options"
              ssh host pageserver $options
              echo $options
            `,
          },
          {
            'serve.sh': dedent`
              job="$(sbatch -w "$node" --wrap "sleep 10" | grep -o '[0-9]*')"
              field="$(show-options --title 'My page')"
              scancel $job
              pageserver $field
            `,
          },
          {
            'serve.sh': dedent`
              data='{"name": "a b"}'
              curl --data "$data" localhost
              code="print('a b')"
              python3 -c "$code"
            `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const held = new Map<string, { readonly pos: number; readonly end: number }>();
    for (const node of context.ask(parsedScript, script).nodes('Assignment')) {
      if (node.value.type !== 'Word' || held.has(node.name)) continue;
      if (holdsQuotedWords(node.value)) held.set(node.name, node);
    }
    if (held.size === 0) return;
    for (const { variable = '', quote, role, command, start, end, word } of context.ask(
      shellOccurrences,
      script,
    )) {
      const set = held.get(variable);
      if (set === undefined || quote !== 'none' || role !== 'argument' || command === undefined) continue;
      // Only a word of its own is a list of options.
      if (word.pos !== start || word.end !== end || readsAgain(command)) continue;
      yield {
        message: `the quotes inside "${variable}" are not taken as quotes where it is expanded: they reach the program as letters`,
        at: script.text.spanOf(start, end),
        related: [{ span: script.text.spanOf(set.pos, set.end), text: 'the quotes stand here' }],
        help: `make it an array, \`${variable}=(… "…")\`, and write \`"\${${variable}[@]}"\``,
        fault: variable,
      };
    }
  },
});

/** Whether a value has options with a quoted value of several words in it, as text; what a command prints is none. */
function holdsQuotedWords({ text }: Word): boolean {
  const [, double, single] = /^"((?:[^"\\`]|\\[\s\S])*)"$|^'([^']*)'$/.exec(text) ?? [];
  const inner = double?.includes('$(') ? undefined : (double?.replaceAll('\\"', '"') ?? single);
  return inner !== undefined && /(^|\s)-{1,2}[\w-]+[ =](["'])[^"']*\s[^"']*\2(?=\s|$)/.test(inner);
}

/** Commands that print their words, or give them to a shell that reads quotes. */
function readsAgain({ program, words }: ShellCommand): boolean {
  if (
    program === undefined ||
    /^(eval|echo|printf|ssh|su|watch|parallel|xargs|set|export|local|declare|\[|test)$/.test(program)
  ) {
    return true;
  }
  return words.some((one) => /^-\w*c$|^--wrap/.test(one.text));
}
