import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** HOSTNAME does not hold the name of a host that can be found. */
export const badHostname = defineRule({
  meta: {
    id: 'bad-hostname',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'HOSTNAME does not hold the name of a host that can be found.',
      why: 'The session is pointed at a host that does not exist.',
      fix: 'Write the name of the node: hostname > HOSTNAME.',
      examples: {
        bad: [startExample({ hostname: '«echo no-such-host.invalid > HOSTNAME»' })],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('bad-hostname', subject),
});
