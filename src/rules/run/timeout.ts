import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The run did not get anywhere in its time. */
export const timeout = defineRule({
  meta: {
    id: 'timeout',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The run did not get anywhere in its time.',
      why: 'The user waits for a session that does not come.',
      fix: 'Look in the log what it was waiting for; give it more time with --timeout when it really needs it.',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml':
              'sessions:\n  session: {}\njobs:\n  «main»:\n    steps:\n      - run: sleep 600\n',
          },
        ],
        good: [{ 'workflows/hello/workflow.yaml': 'jobs:\n  main:\n    steps:\n      - run: hostname\n' }],
      },
    }),
  },
  on: 'run',
  check: (subject) => failuresWith('timeout', subject),
});
