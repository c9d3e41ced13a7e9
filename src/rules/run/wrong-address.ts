import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The service listens where the session cannot reach it. */
export const wrongAddress = defineRule({
  meta: {
    id: 'wrong-address',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The service listens where the session cannot reach it.',
      why: 'The session comes from another host; a service on the loopback address refuses it.',
      fix: 'Let the service listen on 0.0.0.0.',
      examples: {
        bad: [startExample({ service: '«exec python3 -m http.server --bind 127.0.0.1 "$port"»' })],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('wrong-address', subject),
});
