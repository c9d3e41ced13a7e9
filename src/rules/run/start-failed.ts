import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The script of the service ended with an error before the service was ready. */
export const startFailed = defineRule({
  meta: {
    id: 'start-failed',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The script of the service ended with an error before the service was ready.',
      why: 'job_runner reports a failed job and the session never opens.',
      fix: 'Repair the line that is marked; the log of the run shows what it printed.',
      examples: {
        bad: [
          startExample({
            before: 'set -e',
            service: dedent`
              «cd /no/such/directory»
              exec python3 -m http.server "$port"
            `,
          }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) =>
    failuresWith(
      'start-failed',
      subject,
      'mend the command, or let the script go on without it: `command || true`',
    ),
});
