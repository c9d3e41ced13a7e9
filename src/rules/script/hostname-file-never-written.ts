import { coordination } from '../../analysis/contract/coordination.ts';
import { neverWritten } from '../../analysis/contract/marker-findings.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A service that starts while nobody ever writes HOSTNAME. */
export const hostnameFileNeverWritten = defineRule({
  meta: {
    id: 'hostname-file-never-written',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The start script starts its service without ever writing HOSTNAME, and nobody else writes it.',
      why: 'The platform does not know on which host the service runs, and the session never opens.',
      fix: 'Write it before the service starts: `hostname > HOSTNAME`.',
      examples: {
        bad: [startExample({ hostname: '', service: '«exec python3 -m http.server "$port"»' })],
        good: [startExample()],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract !== undefined) yield* neverWritten(contract, 'hostname');
  },
});
