import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** Nothing listens on the port that SESSION_PORT announces. */
export const notListening = defineRule({
  meta: {
    id: 'not-listening',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'Nothing listens on the port that SESSION_PORT announces.',
      why: 'The session opens on a port where nobody answers.',
      fix: 'Start the service on the port that is announced, and announce the port that the service uses.',
      examples: {
        bad: [
          startExample({
            port: '',
            announce: '«echo 1 > SESSION_PORT»',
            service: 'exec python3 -m http.server "$(pw agent open-port)"',
          }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('not-listening', subject),
});
