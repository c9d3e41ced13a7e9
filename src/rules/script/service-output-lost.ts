import { coordination } from '../../analysis/contract/coordination.ts';
import { servicesOf } from '../../analysis/contract/services.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A service whose messages go to /dev/null. */
export const serviceOutputLost = defineRule({
  meta: {
    id: 'service-output-lost',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The service writes its messages nowhere.',
      why: 'When it fails there is nothing to read: the session does not open, and nobody can tell why.',
      fix: 'Send its output to a file in the job directory: `> service.out 2>&1`.',
      examples: {
        bad: [
          startExample({
            service: dedent`
              serve() {
                «python3 -m http.server "$port"»
              }
              serve > /dev/null 2>&1
            `,
          }),
          startExample({
            service: dedent`
              exec > /dev/null 2>&1
              «python3 -m http.server "$port"»
            `,
          }),
          startExample({ service: '«exec python3 -m http.server "$port" > /dev/null 2>&1»' }),
        ],
        good: [
          startExample({
            service: dedent`
              python3 -m http.server "$port" > page.log 2>&1 &
              until redis-cli -p "$port" ping > /dev/null 2>&1; do sleep 1; done
              ./answers --port "$port" > /dev/null 2>&1
              wait
            `,
          }),
          startExample({
            service: dedent`
              exec > service.out 2>&1
              python3 -m http.server "$port"
            `,
          }),
          startExample(),
          startExample({ service: 'exec python3 -m http.server "$port" > /dev/null 2> service.err' }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    for (const service of servicesOf(contract)) {
      const { stdout, stderr } = service.output;
      if (stdout.kind !== 'nowhere' || stderr.kind !== 'nowhere') continue;
      yield {
        message: 'what the service prints goes nowhere',
        at: service.at,
        help: 'send it to a file in the job directory: `> service.out 2>&1`',
      };
    }
  },
});
