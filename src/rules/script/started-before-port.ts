import { coordination } from '../../analysis/contract/coordination.ts';
import { startedTooEarly } from '../../analysis/contract/started-too-early.ts';
import { defineRule } from '../rule.ts';

export const startedBeforePort = defineRule({
  meta: {
    id: 'started-before-port',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The start script says job.started before SESSION_PORT can be read.',
      why: 'The wait step reads SESSION_PORT as soon as it sees job.started: it finds nothing, or an old value, and never looks again.',
      fix: 'Write job.started last, after HOSTNAME and SESSION_PORT.',
      examples: {
        bad: [
          'hostname > HOSTNAME\n«touch job.started»\ncode-server --auth password --bind-addr 0.0.0.0:0 > service.out 2>&1 &\npid=$!\ntrap "kill $pid" EXIT\nuntil grep -q listening service.out; do sleep 1; done\nsed -n "s/.*listening on .*://p" service.out > SESSION_PORT\nwait "$pid"\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\n«touch job.started»\necho "$port" > SESSION_PORT\nexec python3 -m http.server "$port"\n',
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
    if (contract !== undefined) yield* startedTooEarly(contract, 'port');
  },
});
