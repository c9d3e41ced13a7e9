import { coordination } from '../../analysis/contract/coordination.ts';
import { sometimesWritten } from '../../analysis/contract/marker-findings.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A way to the running service on which job.started is not written. */
export const startedMarkerNotOnEveryPath = defineRule({
  meta: {
    id: 'started-marker-not-on-every-path',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The start script can come to its running service without having written job.started.',
      why: 'The wait step waits for it for ever, and the session never opens.',
      fix: 'Write it on every path to the service, or end the other paths with a status other than zero.',
      examples: {
        bad: [
          startExample({
            started: dedent`
              «python3 -m http.server "$port"»
              touch job.started
            `,
            service: '',
          }),
          startExample({
            started: dedent`
              if [ -n "$VERBOSE" ]; then
                touch job.started
              fi
              «exec python3 -m http.server "$port"»
            `,
            service: '',
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
    if (contract !== undefined) yield* sometimesWritten(contract, 'started');
  },
});
