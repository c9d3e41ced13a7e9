import { coordination } from '../../analysis/contract/coordination.ts';
import { sometimesWritten } from '../../analysis/contract/marker-findings.ts';
import { defineRule } from '../rule.ts';

export const startedMarkerNotOnEveryPath = defineRule({
  meta: {
    id: 'started-marker-not-on-every-path',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The start script can come to its running service without having written job.started.',
      why: 'The wait step waits for it for ever, and the session never opens.',
      fix: 'Write it on every path to the service, or end the other paths with a status other than zero.',
      examples: {
        bad: [
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\n«python3 -m http.server "$port"»\ntouch job.started\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\nif [ -n "$VERBOSE" ]; then\n  touch job.started\nfi\n«exec python3 -m http.server "$port"»\n',
        ],
        good: [
          'port=$(pw agent open-port)\nif [ -z "$port" ]; then\n  exit 1\nfi\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
      },
    }),
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract !== undefined) yield* sometimesWritten(contract, 'started');
  },
});
