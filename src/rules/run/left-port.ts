import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** A port was still open after the job had ended. */
export const leftPort = defineRule({
  meta: {
    id: 'left-port',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'A port was still open after the job had ended.',
      why: 'The next session that gets this port meets the old service.',
      fix: 'End the process that holds it in a trap on EXIT in start.sh, or in cancel.sh.',
      examples: {
        bad: [
          startExample({
            service: dedent`
              «(setsid python3 -m http.server "$port" &)»
              sleep infinity
            `,
          }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('left-port', subject),
});
