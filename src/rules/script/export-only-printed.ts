import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import type { Redirection } from '../../syntax/bash/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A line for a file of settings that goes nowhere. */
export const exportOnlyPrinted = defineRule({
  meta: {
    id: 'export-only-printed',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A step prints `export NAME=value` into its log, while the same script writes such lines into a file.',
      why: 'The file misses the line, and who sources it finds the variable unset.',
      fix: 'Append it to the file: `>> FILE`.',
      examples: {
        bad: [
          {
            'workflow.yaml': stepsExample`
            - run: |
                echo "export model=small" > settings.sh
                echo «"export port=8080"»
                bash serve.sh
          `,
          },
          {
            'workflow.yaml': stepsExample`
            - run: |
                cat <<EOF >> inputs.sh
                export model=small
                EOF
                echo «"export folder=\${PWD}"»
                cat inputs.sh
          `,
          },
        ],
        good: [
          {
            'workflow.yaml': stepsExample`
            - run: |
                {
                  echo "export model=small"
                  echo "export port=8080"
                } > settings.sh
                echo "export folder=here" | tee -a settings.sh
                echo "to use it elsewhere: export port=8080"
                echo "export debug=1" >> settings.sh
                echo "export debug=1"
                eval "$(echo "export port=8080")"
            - run: |
                echo "export port=8080"
                python3 serve.py
          `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (script.role !== 'run' || !/\bexport \w+=/.test(script.text.text)) return;
    const { commands } = context.ask(shellCommands, script);
    const printing = commands.filter(({ program, words }) => program === 'echo' && isExport(words[0]?.text));
    const isKept = (one: (typeof commands)[number]) => one.redirections.length > 0 || one.pipedTo.length > 0;
    const writes =
      printing.some(isKept) ||
      commands.some(({ program, redirections }) => program === 'cat' && redirections.some(writesExports));
    if (!writes) return;
    for (const one of printing) {
      const [word] = one.words;
      if (word === undefined || one.words.length > 1 || isKept(one) || one.captured) continue;
      // the log may show what is written
      if (printing.some((other) => isKept(other) && other.words[0]?.text === word.text)) continue;
      yield {
        message: 'this line goes into the log only, while others like it are written into a file',
        at: script.text.spanOf(word.pos, word.end),
        help: 'append it to that file: ">> FILE"',
      };
    }
  },
});

function isExport(text: string | undefined): boolean {
  return /^["']export \w+=/.test(text ?? '');
}

function writesExports(redirection: Redirection): boolean {
  return redirection.type === 'HereDoc' && /^export \w+=/m.test(redirection.body.text);
}
