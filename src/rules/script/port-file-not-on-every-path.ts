import { coordination } from '../../analysis/contract/coordination.ts';
import { sometimesWritten } from '../../analysis/contract/marker-findings.ts';
import { defineRule } from '../rule.ts';

export const portFileNotOnEveryPath = defineRule({
  meta: {
    id: 'port-file-not-on-every-path',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The start script can come to its running service without having written SESSION_PORT.',
      why: 'The session has no port to connect to: the wait step reads nothing, and the session never opens.',
      fix: 'Write it on every path to the service, or end the other paths with a status other than zero.',
      examples: {
        bad: [
          'port=$(pw agent open-port)\nhostname > HOSTNAME\nif [ -n "$VERBOSE" ]; then\n  echo "$port" > SESSION_PORT\nfi\ntouch job.started\n«exec python3 -m http.server "$port"»\n',
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
    if (contract !== undefined) yield* sometimesWritten(contract, 'port');
  },
});
