import { programOf } from '../../analysis/shell/command-output.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** A text that is reversed to cut something from its end, and stays reversed. */
export const reversedText = defineRule({
  meta: {
    id: 'reversed-text',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A pipeline reverses a text with `rev`, takes a part of it, and does not reverse it back.',
      why: 'The part comes out with its letters in the wrong order.',
      fix: 'End the pipeline with a second `rev`.',
      examples: {
        bad: [
          toolExample`
            flow=$(pwd | «rev» | cut -d "/" -f2)
            mkdir -p "$HOME/$flow"
          `,
        ],
        good: [
          toolExample`
            flow=$(pwd | rev | cut -d "/" -f2 | rev)
            mkdir -p "$HOME/$flow"
          `,
          toolExample`
            last=$(echo "$1" | rev | cut -c1)
            count=$(pwd | rev | tr / "\n" | wc -l)
            echo "$1" | rev > reversed.txt
            echo "$last $count" >> reversed.txt
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const node of context.ask(parsedScript, script).nodes('Pipeline')) {
      const stages = node.commands.map((command) => programOf(command));
      const reversals = stages.filter(({ program }) => program === 'rev').length;
      const index = stages.findLastIndex(({ program }) => program === 'rev');
      const first = node.commands[index];
      if (reversals % 2 === 0 || first?.type !== 'Command' || first.name === undefined) continue;
      const behind = stages.slice(index + 1);
      const takes = behind.some(({ program }) => program === 'cut' || program === 'awk' || program === 'sed');
      // of one character the order does not matter, and a number of lines has none
      const single = behind.some(({ words }) => words.some((word) => /^-c\d+$/.test(word.text)));
      if (!takes || single || behind.some(({ program }) => program === 'wc' || program === undefined))
        continue;
      yield {
        message: 'the text is reversed here and not reversed back',
        at: script.text.spanOf(first.name.pos, first.name.end),
        help: 'end the pipeline with a second `rev`',
        fix: {
          title: 'Reverse it back',
          safety: 'unsafe',
          edits: [{ span: script.text.spanOf(node.end, node.end), replacement: ' | rev' }],
        },
      };
    }
  },
});
