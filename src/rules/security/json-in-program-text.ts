import { pastedJson } from '../../analysis/shell/pasted-inputs.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** JSON is pasted into a string literal of a program that then parses it. */
export const jsonInProgramText = defineRule({
  meta: {
    id: 'json-in-program-text',
    group: 'security',
    severity: 'warning',
    securitySeverity: 5.3,
    since: '0.1.0',
    page: {
      what: 'JSON is pasted between the quotes of a string in a program, which then parses it.',
      why: 'The program reads the string first and takes backslashes and quotes for its own: `\\n` and `\\"` in the JSON are lost, and an apostrophe ends the string.',
      fix: 'Hand the JSON over in `env:` and parse the variable: `json.loads(os.environ["ROWS"])`.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - run: |
                  python3 - <<'EOF'
                  import json
                  rows = json.loads('''«\${{ inputs.rows }}»''')
                  print(len(rows))
                  EOF
            inputs:
              rows:
                type: list
                template:
                  name:
                    type: string
          `,
        ],
        good: [
          workflowExample`
            steps:
              - env:
                  ROWS: \${{ inputs.rows }}
                run: |
                  python3 - <<'EOF'
                  import json, os
                  rows = json.loads(os.environ['ROWS'])
                  print(len(rows))
                  EOF
            inputs:
              rows:
                type: list
                template:
                  name:
                    type: string
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const occurrence of context.ask(pastedJson, script)) {
      yield {
        message:
          'JSON is pasted into a string of the program: backslashes and quotes in it are read by the program first',
        at: script.text.spanOf(occurrence.start, occurrence.end),
        help: 'hand it over in "env:" and parse the variable, for instance json.loads(os.environ["NAME"])',
      };
    }
  },
});
