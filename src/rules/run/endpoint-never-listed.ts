import { dedent } from '../../base/dedent.ts';
import { endpointExample } from '../examples/endpoint-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The endpoint that a workflow waits for never came. */
export const endpointNeverListed = defineRule({
  meta: {
    id: 'endpoint-never-listed',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The endpoint that a workflow waits for was never listed.',
      why: 'Nothing got as far as "pw endpoints run", or it registers another name than the one that is waited for.',
      fix: 'Look at what runs before it; use one name on both sides.',
      examples: {
        bad: [
          endpointExample({
            start: dedent`
              if [ -f licence.txt ]; then
                «setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server {port} > service.log 2>&1 &»
              fi
            `,
          }),
        ],
        good: [endpointExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('endpoint-never-listed', subject),
});
