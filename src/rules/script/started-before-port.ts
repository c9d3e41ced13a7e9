import { coordination } from '../../analysis/contract/coordination.ts';
import { startedTooEarly } from '../../analysis/contract/started-too-early.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** job.started is written before SESSION_PORT. */
export const startedBeforePort = defineRule({
  meta: {
    id: 'started-before-port',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The start script says job.started before SESSION_PORT can be read.',
      why: 'The wait step reads SESSION_PORT as soon as it sees job.started: it finds nothing, or an old value, and never looks again.',
      fix: 'Write job.started last, after HOSTNAME and SESSION_PORT.',
      examples: {
        bad: [
          dedent`
            hostname > HOSTNAME
            «touch job.started»
            code-server --auth password --bind-addr 0.0.0.0:0 > service.out 2>&1 &
            pid=$!
            trap "kill $pid" EXIT
            until grep -q listening service.out; do sleep 1; done
            sed -n "s/.*listening on .*://p" service.out > SESSION_PORT
            wait "$pid"
          `,
          startExample({
            announce: dedent`
              «touch job.started»
              echo "$port" > SESSION_PORT
            `,
            started: '',
          }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract !== undefined) yield* startedTooEarly(contract, 'port');
  },
});
