import { coordination } from '../../analysis/contract/coordination.ts';
import { neverWritten } from '../../analysis/contract/marker-findings.ts';
import { defineRule } from '../rule.ts';

export const portFileNeverWritten = defineRule({
  meta: {
    id: 'port-file-never-written',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The start script starts its service without ever writing SESSION_PORT, and nobody else writes it.',
      why: 'The session has no port to connect to: the wait step reads nothing, and the session never opens.',
      fix: 'Write it before the service starts: `echo "$port" > SESSION_PORT`.',
      examples: {
        bad: [
          'port=$(pw agent open-port)\nhostname > HOSTNAME\ntouch job.started\n«exec python3 -m http.server "$port"»\n',
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
    if (contract !== undefined) yield* neverWritten(contract, 'port');
  },
});
