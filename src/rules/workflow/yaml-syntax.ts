import { dedent } from '../../base/dedent.ts';
import { formExample, stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** What the YAML parser found wrong with a workflow, and files that cannot be read as one. */
export const yamlSyntax = defineRule({
  meta: {
    id: 'yaml-syntax',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'The workflow file is not valid YAML, says one thing twice, or is no map.',
      why: 'The platform refuses the file with little more than "Invalid YAML", or takes only one of two equal keys.',
      fix: 'Correct the marked place. Text with ": ", " #" or a leading bracket needs quotes; indentation is blanks only.',
      examples: {
        bad: [
          formExample`
            name:
              type: string
              tooltip: «Note: any name»
          `,
          stepsExample`- run: «"echo hello»`,
          stepsExample`
            - run: echo one
              «run»: echo two
          `,
        ],
        good: [
          dedent`
            jobs:
              main:
                steps:
                  - name: hello
                    run: "echo one;
            echo two
              echo three"
                  - run: 'echo ''it

            is'''  # what Go, Python and JavaScript read
                  - { name: "last
            one", run: echo }
          `,
          formExample`
            name:
              type: string
              tooltip: "Note: any name"
          `,
        ],
      },
    },
  },
  on: 'file',
  *check(file) {
    yield* file.faults;
  },
});
