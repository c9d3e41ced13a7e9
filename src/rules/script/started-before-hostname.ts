import { coordination } from '../../analysis/contract/coordination.ts';
import { startedTooEarly } from '../../analysis/contract/started-too-early.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** job.started is written before HOSTNAME. */
export const startedBeforeHostname = defineRule({
  meta: {
    id: 'started-before-hostname',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The start script says job.started before HOSTNAME can be read.',
      why: 'The wait step reads HOSTNAME as soon as it sees job.started: it finds nothing, or an old value, and never looks again.',
      fix: 'Write job.started last, after HOSTNAME and SESSION_PORT.',
      examples: {
        bad: [
          dedent`
            port=$(pw agent open-port)
            echo "$port" > SESSION_PORT
            «touch job.started»
            hostname > HOSTNAME
            exec python3 -m http.server "$port"
          `,
        ],
        good: [startExample()],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract !== undefined) yield* startedTooEarly(contract, 'hostname');
  },
});
