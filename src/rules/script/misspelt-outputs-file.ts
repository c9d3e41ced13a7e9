import { misspeltOutputsVariable, outputTargets } from '../../analysis/shell/command-output.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { setsVariable } from '../../analysis/shell/variable-texts.ts';
import { dedent } from '../../base/dedent.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import { defineRule } from '../rule.ts';

/** An output that is written to a file whose variable nothing sets. */
export const misspeltOutputsFile = defineRule({
  meta: {
    id: 'misspelt-outputs-file',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A line for the outputs of a step goes to `$OUTPUT`, `$GITHUB_OUTPUT` or the like, which nothing sets.',
      why: 'The file of outputs is `$OUTPUTS`. Without a name of a file the command fails, and whoever reads the output finds nothing.',
      fix: 'Append to `$OUTPUTS`.',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                main:
                  steps:
                    - run: echo "mode=fast" >> «$OUTPUT»
            `,
          },
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                main:
                  steps:
                    - run: echo "mode=fast" | tee -a «"\${GITHUB_OUTPUT}"»
            `,
          },
        ],
        good: [
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                main:
                  steps:
                    - run: echo "mode=fast" >> $OUTPUTS
            `,
          },
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                main:
                  steps:
                    - run: |
                        OUTPUT=result.txt
                        echo "mode=fast" >> $OUTPUT
            `,
          },
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                main:
                  env:
                    OUTPUT: result.txt
                  steps:
                    - run: echo "mode=fast" >> $OUTPUT
            `,
          },
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                main:
                  steps:
                    - run: echo done >> $OUTPUT
            `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    for (const command of context.ask(shellCommands, script).commands) {
      for (const target of outputTargets(command)) {
        if (target.kind !== 'file') continue;
        const { name: word } = target;
        const name = misspeltOutputsVariable(word);
        if (name === undefined || !printsOutput(command.words.map(({ text }) => text))) continue;
        if (isSet(name, script.shell.text) || isSet(name, file?.source.text ?? '')) continue;
        const at = script.text.spanOf(word.pos, word.end);
        yield {
          message: `"${name}" is not set: the file of outputs is $OUTPUTS`,
          at,
          help: 'write ">> $OUTPUTS"',
          fix: {
            title: 'write to $OUTPUTS',
            safety: 'unsafe',
            edits: [{ span: at, replacement: word.text.replace(name, 'OUTPUTS') }],
          },
        };
      }
    }
  },
});

/** Whether the words of `echo` or `printf` begin with `KEY=`. */
function printsOutput(words: readonly string[]): boolean {
  return /^["']?[A-Za-z_][\w-]*=/.test(words.find((word) => !/^-\w+$/.test(word)) ?? '');
}

function isSet(name: string, text: string): boolean {
  return setsVariable(text, name) || new RegExp(`\\bread\\b.*\\b${escapePattern(name)}\\b`).test(text);
}
