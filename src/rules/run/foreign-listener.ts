import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The announced port is held by a process of somebody else. */
export const foreignListener = defineRule({
  meta: {
    id: 'foreign-listener',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The announced port is held by a process of somebody else.',
      why: 'The user gets the page of another service, or none.',
      fix: 'Let the system choose a free port, for example with pw agent open-port, instead of a fixed one.',
      examples: {
        bad: [
          startExample({
            port: '',
            announce: '«echo 8080 > SESSION_PORT»',
            service: 'exec python3 -m http.server 8080',
          }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('foreign-listener', subject),
});
