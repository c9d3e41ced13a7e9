import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The service went away right after it was ready. */
export const unstable = defineRule({
  meta: {
    id: 'unstable',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The service went away right after it was ready.',
      why: 'The session opens and breaks at once.',
      fix: 'Look in the log why the service ended; keep the script alive as long as the service.',
      examples: {
        bad: [
          startExample({
            service: dedent`
              «python3 -m http.server "$port" &»
              server=$!
              until curl -s -o page "http://localhost:$port/"; do sleep 0.1; done
              sleep 2
              kill "$server"
              sleep 60
            `,
          }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) =>
    failuresWith('unstable', subject, 'keep the service in the foreground, or end the script with `wait`'),
});
