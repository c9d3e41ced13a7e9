import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** A step of the workflow failed. */
export const stepFailed = defineRule({
  meta: {
    id: 'step-failed',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'A step of the workflow failed.',
      why: 'The jobs that need it do not run, so the session is never complete.',
      fix: 'Repair the step; the log shows what it printed.',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                main:
                  steps:
                    - run: |
                        set -e
                        «ls /no/such/directory»
            `,
          },
        ],
        good: [
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                main:
                  steps:
                    - run: hostname
            `,
          },
        ],
      },
    },
  },
  on: 'run',
  check: (subject) =>
    failuresWith(
      'step-failed',
      subject,
      'mend the command; "ignore-errors: true" lets the job go on when it may fail',
    ),
});
