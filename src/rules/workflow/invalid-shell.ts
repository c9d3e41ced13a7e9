import { structureFindings } from '../../analysis/structure/structure.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A shell that is neither bash nor sh. */
export const invalidShell = defineRule({
  meta: {
    id: 'invalid-shell',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'The key "shell" names something else than bash or sh.',
      why: 'The schema takes bash and sh, by name or path, with options.',
      fix: 'Start the interpreter inside "run", as "python3 script.py".',
      examples: {
        bad: [
          stepsExample`
            - shell: «zsh»
              run: echo hello
          `,
        ],
        good: [
          stepsExample`
            - shell: bash -l
              run: echo hello
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'invalid-shell', context),
});
