import { structureFindings } from '../../analysis/structure/structure.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A boolean or number in quotes. */
export const quotedValue = defineRule({
  meta: {
    id: 'quoted-value',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A boolean or a number is written in quotes, which makes it text.',
      why: 'The schema takes true, false, numbers and expressions here; text is refused or counts as set, also "false".',
      fix: 'Remove the quotes.',
      examples: {
        bad: [
          workflowExample`
            inputs:
              name:
                type: string
                prefillDefault: «'true'»
            steps:
              - run: echo hello
          `,
          workflowExample`
            sessions:
              session:
                redirect: «"true"»
            steps:
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  target: user-workspace
                  remotePort: 8080
          `,
        ],
        good: [
          workflowExample`
            inputs:
              name:
                type: string
                prefillDefault: true
            steps:
              - run: echo hello
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'quoted-value', context),
});
