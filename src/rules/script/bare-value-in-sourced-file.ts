import { isRunIn } from '../../analysis/written/shell-scripts.ts';
import { readersOf } from '../../analysis/written/written-scripts.ts';
import { writtenValues } from '../../analysis/written/written-values.ts';
import { dedent } from '../../base/dedent.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const path = 'workflows/hello/workflow.yaml';

const consequence = {
  words: 'of several words only the first is set',
  password: 'blanks, "$", "&", ";" and quotes in it are taken as its own',
} as const;

/** Values without quotes in a file that a shell reads. */
export const bareValueInSourcedFile = defineRule({
  meta: {
    id: 'bare-value-in-sourced-file',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A text of several words, or a password, is written without quotes into a file that a shell reads.',
      why: 'The quotes of the line that writes are gone by then. The shell that reads `NAME=two words` sets the first word only, and runs the second as a command; of a password it takes `$`, `&`, `;` and quotes as its own.',
      fix: 'Write the value with quotes of its own: `printf \'NAME=%q\\n\' "$NAME" > file`.',
      examples: {
        bad: [
          {
            [path]: workflowExample`
              steps:
                - env:
                    GREETING: \${{ inputs.greeting }}
                  run: |
                    echo "export GREETING=«\${GREETING}»" > run.env
                    source run.env
                    echo "$GREETING"
              inputs:
                greeting:
                  type: string
                  default: Good morning to all
            `,
          },
          {
            [path]: workflowExample`
              steps:
                - run: |
                    cat > page.sh <<EOF
                    TITLE=«\${{ inputs.title }}»
                    EOF
                - run: |
                    source page.sh
                    echo "$TITLE"
              inputs:
                title:
                  type: string
            `,
          },
          {
            [path]: workflowExample`
              steps:
                - env:
                    WEB_PASSWORD: \${{ inputs.password }}
                  run: |
                    umask 077
                    cat > login.env <<EOF
                    WEB_PASSWORD=«$WEB_PASSWORD»
                    EOF
                    set -a
                    . ./login.env
              inputs:
                password:
                  type: password
            `,
          },
          {
            'make.sh': dedent`
              subtitle='two words'
              printf 'subtitle=%s\n' "«$subtitle»" | tee -a page.env
              . ./page.env
              echo "$subtitle"
            `,
          },
        ],
        good: [
          {
            [path]: workflowExample`
              steps:
                - env:
                    GREETING: \${{ inputs.greeting }}
                  run: |
                    printf 'export GREETING=%q\n' "\${GREETING}" > run.env
                    echo "export COUNT=\${{ inputs.count }}" >> run.env
                    source run.env
                    echo "$GREETING"
              inputs:
                greeting:
                  type: string
                  default: Good morning to all
                count:
                  type: number
                  default: 3
            `,
          },
          {
            [path]: stepsExample`
              - run: |
                  echo "version=\${{ inputs.version }}" > run.env
                  source run.env
                  echo "$version"
            `,
          },
          {
            'make.sh': dedent`
              subtitle='two words'
              echo "subtitle=\"$subtitle\"" > page.env
              source page.env
              echo "title=$subtitle" > notes.txt
              echo "$subtitle"
            `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const readers = context.ask(readersOf, script);
    for (const { written, name, start, end, quote, holds } of context.ask(writtenValues, script)) {
      const { destination } = written;
      if (quote !== 'none' || destination.kind !== 'file') continue;
      const last = destination.name.slice(destination.name.lastIndexOf('/') + 1);
      if (!readers.some((text) => isRunIn(text, last))) continue;
      yield {
        message: `the value of "${name}" is written without quotes into "${last}", which a shell reads: ${consequence[holds]}`,
        at: written.script.text.spanOf(start, end),
        help: `write it with \`printf '${name}=%q\\n' …\`, which adds the quotes that it needs`,
      };
    }
  },
});
