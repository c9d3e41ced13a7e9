import { coordination } from '../../analysis/contract/coordination.ts';
import { sometimesWritten } from '../../analysis/contract/marker-findings.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A way to the running service on which HOSTNAME is not written. */
export const hostnameFileNotOnEveryPath = defineRule({
  meta: {
    id: 'hostname-file-not-on-every-path',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The start script can come to its running service without having written HOSTNAME.',
      why: 'The platform does not know on which host the service runs, and the session never opens.',
      fix: 'Write it on every path to the service, or end the other paths with a status other than zero.',
      examples: {
        bad: [
          startExample({
            hostname: dedent`
              if command -v module; then
                module load python
                hostname > HOSTNAME
              fi
            `,
            service: '«python3 -m http.server "$port"»',
          }),
          startExample({
            hostname: dedent`
              if [ -n "$VERBOSE" ]; then
                hostname > HOSTNAME
              fi
            `,
            service: '«exec python3 -m http.server "$port"»',
          }),
        ],
        good: [
          startExample({
            hostname: dedent`
              if [ -z "$port" ]; then
                exit 1
              fi
              hostname > HOSTNAME
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract !== undefined) yield* sometimesWritten(contract, 'hostname');
  },
});
