import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The run did not get anywhere in its time. */
export const timeout = defineRule({
  meta: {
    id: 'timeout',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The run did not get anywhere in its time.',
      why: 'The user waits for a session that does not come.',
      fix: 'Look in the log what it was waiting for; give it more time with --timeout when it really needs it.',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml': dedent`
              sessions:
                session: {}
              jobs:
                «main»:
                  steps:
                    - run: sleep 600
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
  *check(subject) {
    const { wait, readyMs } = subject.record;
    // That a wait step did not notice a service that was ready is a finding of its own.
    if (wait?.said === 'nothing' && readyMs !== undefined) return;
    const help = 'see in the log where it stood still; a slow start needs more time: --timeout';
    yield* failuresWith('timeout', subject, help);
  },
});
