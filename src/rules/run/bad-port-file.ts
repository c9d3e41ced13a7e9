import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** SESSION_PORT does not hold a port. */
export const badPortFile = defineRule({
  meta: {
    id: 'bad-port-file',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'SESSION_PORT does not hold a port.',
      why: 'The session is pointed at a port that does not exist.',
      fix: 'Write the number and nothing else: echo "$port" > SESSION_PORT.',
      examples: {
        bad: [startExample({ announce: '«echo "SESSION_PORT=$port" > SESSION_PORT»' })],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('bad-port-file', subject),
});
