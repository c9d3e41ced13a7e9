import { writtenValues } from '../../analysis/written/written-values.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const path = 'workflows/hello/workflow.yaml';

/** A sentence pasted between single quotes, which an apostrophe in it ends. */
export const apostropheEndsQuotes = defineRule({
  meta: {
    id: 'apostrophe-ends-quotes',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A sentence from the form is pasted between single quotes of a script that a step writes.',
      why: 'An apostrophe in it, as in "our lab\'s results", ends the quotes: the script that is written does not parse, or sets half of the text.',
      fix: "Hand the text over in `env`, and write it with `printf '%q'`.",
      examples: {
        bad: [
          {
            [path]: workflowExample`
              steps:
                - run: |
                    echo "export TITLE='«\${{ inputs.title }}»'" >> serve.sh
                    bash serve.sh
              inputs:
                title:
                  type: string
                  default: Our results
            `,
          },
          {
            [path]: workflowExample`
              steps:
                - run: |
                    cat > serve.sh <<EOF
                    MESSAGE='«\${{ inputs.message }}»'
                    EOF
                    bash serve.sh
              inputs:
                message:
                  type: string
            `,
          },
        ],
        good: [
          {
            [path]: workflowExample`
              steps:
                - env:
                    title: \${{ inputs.title }}
                  run: |
                    printf 'export TITLE=%q\n' "$title" >> serve.sh
                    echo "export FOLDER='\${{ inputs.folder }}'" >> serve.sh
                    bash serve.sh
              inputs:
                title:
                  type: string
                  default: Our results
                folder:
                  type: string
                  default: /data
            `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { written, name, start, end, quote } of context.ask(writtenValues, script)) {
      if (quote !== 'single') continue;
      yield {
        message: `the text of "${name}" stands between single quotes of the script that is written: an apostrophe in it ends them`,
        at: written.script.text.spanOf(start, end),
        help: `hand the text over in \`env\` and write it with \`printf '${name}=%q\\n' "$…"\``,
      };
    }
  },
});
