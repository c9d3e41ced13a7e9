import type { YamlScalar } from '../../syntax/yaml/tree.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A script of several lines that YAML joins into one. */
export const foldedScript = defineRule({
  meta: {
    id: 'folded-script',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A script of several commands is written without `|`, or after `>`, so that YAML joins its lines into one.',
      why: 'The shell gets one long command: what should be the next command becomes an argument of the first.',
      fix: 'Write `run: |` and the commands below.',
      examples: {
        bad: [
          stepsExample`
            - «run»:
                mkdir data
                cd data
          `,
          stepsExample`
            - «run»: >
                name=data
                echo "$name" > file
          `,
        ],
        good: [
          stepsExample`
            - run: |
                mkdir data
                cd data
          `,
          stepsExample`
            - run: >
                mkdir data &&
                cd data
            - run:
                tool --first one
                --second two
            - run: >-
                for name in a b; do
                echo "$name";
                done
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step, file }) {
    for (const pair of step.node?.pairs ?? []) {
      const key = pair.key.text.text;
      const { value } = pair;
      if ((key !== 'run' && key !== 'cleanup') || value !== valueAt(step.node, key)) continue;
      if (value?.kind !== 'scalar' || (value.style !== 'plain' && value.style !== 'folded')) continue;
      const command = joinedCommand(value, file.source.text);
      if (command === undefined) continue;
      yield {
        message: `the lines of this script become one: \`${command.trim()}\` is an argument of the line before it`,
        at: pair.key.span,
        help: `write "${key}: |" and the script below, a command a line`,
      };
    }
  },
});

/** Words that begin a command and are never meant as an argument at the beginning of a line. */
const beginsCommand =
  /^(cd|echo|printf|export|source|set|if|for|while|until|case|fi|done|mkdir|touch|rm|cp|mv|sleep|exit|cat|chmod|[A-Za-z_]\w*=\S*)(\s|$)/;

/** What ends a line that goes on: an operator, or a keyword with a command behind it. */
const goesOn = /(\\|&&|\|\|?|[;&({,]|\b(then|do|else|in|if|while|until|exec|sudo|env|time|nohup))$/;

/** A line that begins a command and is joined with the line before it. */
function joinedCommand(scalar: YamlScalar, text: string): string | undefined {
  const written = text.slice(scalar.span.start, scalar.span.end).split(/\r?\n/);
  const lines = scalar.style === 'folded' ? written.slice(1) : written;
  const indentation = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  for (let index = 1; index < lines.length; index++) {
    const [before, line] = [lines[index - 1] ?? '', lines[index] ?? ''];
    // blank lines, and in a folded text lines that are indented further, keep their breaks
    if (before.trim() === '' || line.trim() === '') continue;
    if (scalar.style === 'folded' && [before, line].some((one) => !isIndentedBy(one, indentation))) continue;
    if (beginsCommand.test(line.trim()) && !goesOn.test(before.trim())) return line;
  }
  return undefined;
}

function isIndentedBy(line: string, indentation: number): boolean {
  return /^ */.exec(line)?.[0].length === indentation;
}
