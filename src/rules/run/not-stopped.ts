import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The script of the service did not stop when it was cancelled. */
export const notStopped = defineRule({
  meta: {
    id: 'not-stopped',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The script of the service did not stop when it was cancelled.',
      why: 'The platform kills it in the end; clean-up that it had to do is lost.',
      fix: 'Do not ignore SIGTERM; end the service and leave when it comes.',
      examples: {
        bad: [
          startExample({
            before: "«trap '' TERM»",
            service: dedent`
              python3 -m http.server "$port" &
              while true; do sleep 1; done
            `,
          }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('not-stopped', subject),
});
