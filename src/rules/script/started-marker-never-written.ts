import { coordination } from '../../analysis/contract/coordination.ts';
import { neverWritten } from '../../analysis/contract/marker-findings.ts';
import { defineRule } from '../rule.ts';

export const startedMarkerNeverWritten = defineRule({
  meta: {
    id: 'started-marker-never-written',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The start script starts its service without ever writing job.started, and nobody else writes it.',
      why: 'The wait step waits for it for ever, and the session never opens.',
      fix: 'Write it before the service starts: `touch job.started`.',
      examples: {
        bad: [
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\n«exec python3 -m http.server "$port"»\n',
        ],
        good: [
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
      },
    }),
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract !== undefined) yield* neverWritten(contract, 'started');
  },
});
