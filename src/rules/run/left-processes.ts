import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** Processes of the service outlived its job. */
export const leftProcesses = defineRule({
  meta: {
    id: 'left-processes',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'Processes of the service outlived its job.',
      why: 'On a login node they go on using memory and ports; nobody ends them.',
      fix: 'End them in a trap on EXIT in start.sh, or in cancel.sh.',
      examples: {
        bad: [
          startExample({
            service: dedent`
              «(setsid sleep 300 &)»
              exec python3 -m http.server "$port"
            `,
          }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('left-processes', subject),
});
