import { dedent } from '../../base/dedent.ts';
import { endpointExample } from '../examples/endpoint-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The command of an endpoint ended, and the endpoint with it. */
export const endpointGone = defineRule({
  meta: {
    id: 'endpoint-gone',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The command of an endpoint ended, and the endpoint with it.',
      why: 'An endpoint is there while its command runs; the user finds nothing behind the address.',
      fix: 'Look in the log why the command ended; keep it running as long as the service.',
      examples: {
        bad: [
          endpointExample({
            start: dedent`
              «setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- ls /no/such/folder > service.log 2>&1 &»
            `,
          }),
        ],
        good: [endpointExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('endpoint-gone', subject),
});
