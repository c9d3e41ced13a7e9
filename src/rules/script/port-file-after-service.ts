import { coordination } from '../../analysis/contract/coordination.ts';
import { writtenAfterService } from '../../analysis/contract/written-after-service.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** SESSION_PORT is written behind the service that holds the script up. */
export const portFileAfterService = defineRule({
  meta: {
    id: 'port-file-after-service',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The start script writes SESSION_PORT only after its service has ended.',
      why: 'The service holds the script up: while it runs nobody can read its port, and the session never opens.',
      fix: 'Write SESSION_PORT before the service starts, or start the service in the background and wait for it.',
      examples: {
        bad: [
          startExample({
            announce: dedent`
              python3 -m http.server "$port"
              echo "$port" «> SESSION_PORT»
            `,
            service: '',
          }),
        ],
        good: [
          startExample(),
          startExample({
            announce: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              ./is-up "localhost:$port" --seconds 30
              echo "$port" > SESSION_PORT
            `,
            service: 'wait',
          }),
          startExample({
            announce: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              echo "$port" > SESSION_PORT
            `,
            service: 'wait',
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    const late = writtenAfterService(contract, 'port');
    if (late === undefined) return;
    yield {
      message: '"SESSION_PORT" is written only after the service has ended',
      at: late.write.at,
      related: [{ span: late.service, text: 'the script stays here as long as the service runs' }],
      help: 'write it before the service starts, or start the service with `&` and end the script with `wait`',
    };
  },
});
