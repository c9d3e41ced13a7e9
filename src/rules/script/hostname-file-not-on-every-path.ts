import { coordination } from '../../analysis/contract/coordination.ts';
import { sometimesWritten } from '../../analysis/contract/marker-findings.ts';
import { defineRule } from '../rule.ts';

export const hostnameFileNotOnEveryPath = defineRule({
  meta: {
    id: 'hostname-file-not-on-every-path',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The start script can come to its running service without having written HOSTNAME.',
      why: 'The platform does not know on which host the service runs, and the session never opens.',
      fix: 'Write it on every path to the service, or end the other paths with a status other than zero.',
      examples: {
        bad: [
          'port=$(pw agent open-port)\nif command -v module; then\n  module load python\n  hostname > HOSTNAME\nfi\necho "$port" > SESSION_PORT\ntouch job.started\n«python3 -m http.server "$port"»\n',
          'port=$(pw agent open-port)\nif [ -n "$VERBOSE" ]; then\n  hostname > HOSTNAME\nfi\necho "$port" > SESSION_PORT\ntouch job.started\n«exec python3 -m http.server "$port"»\n',
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
    if (contract !== undefined) yield* sometimesWritten(contract, 'hostname');
  },
});
