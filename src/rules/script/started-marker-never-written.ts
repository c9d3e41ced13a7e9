import { coordination } from '../../analysis/contract/coordination.ts';
import { neverWritten } from '../../analysis/contract/marker-findings.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A service that starts while nobody ever writes job.started. */
export const startedMarkerNeverWritten = defineRule({
  meta: {
    id: 'started-marker-never-written',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The start script starts its service without ever writing job.started, and nobody else writes it.',
      why: 'The wait step waits for it for ever, and the session never opens.',
      fix: 'Write it before the service starts: `touch job.started`.',
      examples: {
        bad: [startExample({ started: '«exec python3 -m http.server "$port"»', service: '' })],
        good: [startExample()],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract !== undefined) yield* neverWritten(contract, 'started');
  },
});
