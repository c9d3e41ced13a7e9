import { dedent } from '../../base/dedent.ts';
import { endpointExample } from '../examples/endpoint-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** An endpoint is listed, and its address does not answer. */
export const endpointNotAnswering = defineRule({
  meta: {
    id: 'endpoint-not-answering',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'An endpoint is listed, and its address does not answer as it must.',
      why: 'The platform answers 503 while nothing listens on the port that it gave to the command.',
      fix: 'Let the service listen on {port}; with --openai it must list its models, with --no-subdomain it must know its base path or the endpoint strip it.',
      examples: {
        bad: [
          endpointExample({
            start: dedent`
              «setsid pw endpoints run --name "hello-$PW_RUN_SLUG" -- sleep 600 > service.log 2>&1 &»
            `,
          }),
        ],
        good: [endpointExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('endpoint-not-answering', subject),
});
