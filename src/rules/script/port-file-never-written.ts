import { coordination } from '../../analysis/contract/coordination.ts';
import { neverWritten } from '../../analysis/contract/marker-findings.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A service that starts while nobody ever writes SESSION_PORT. */
export const portFileNeverWritten = defineRule({
  meta: {
    id: 'port-file-never-written',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The start script starts its service without ever writing SESSION_PORT, and nobody else writes it.',
      why: 'The session has no port to connect to: the wait step reads nothing, and the session never opens.',
      fix: 'Write it before the service starts: `echo "$port" > SESSION_PORT`.',
      examples: {
        bad: [startExample({ announce: '', service: '«exec python3 -m http.server "$port"»' })],
        good: [startExample()],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract !== undefined) yield* neverWritten(contract, 'port');
  },
});
