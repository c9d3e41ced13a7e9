import { coordination } from '../../analysis/contract/coordination.ts';
import { hostnameFault } from '../../analysis/contract/marker-contents.ts';
import { sessionExample } from '../examples/session-example.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** HOSTNAME gets something else than the name of a host. */
export const malformedHostnameFile = defineRule({
  meta: {
    id: 'malformed-hostname-file',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'HOSTNAME gets something that is not the name of a host.',
      why: 'Its reader takes the whole of it as the host and connects to nothing.',
      fix: 'Write the name alone: `hostname > HOSTNAME`.',
      examples: {
        bad: [
          startExample({ hostname: 'echo "HOSTNAME=$(hostname)" «> HOSTNAME»' }),
          startExample({ hostname: '«touch HOSTNAME»' }),
        ],
        good: [
          sessionExample({
            start: { hostname: 'echo "host=$(hostname)" > HOSTNAME' },
            wait: {
              'for attempt in $(seq 100); do': 'until [ -f job.started ]; do',
              '[ -f job.started ] && break': '[ -f job.ended ] && exit 1',
              'host=$(cat HOSTNAME)': "host=$(sed 's/.*=//' HOSTNAME)",
            },
          }),
          startExample(),
          startExample({ hostname: 'echo "$HOSTNAME" > HOSTNAME' }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    const fault = hostnameFault(contract);
    if (fault === undefined) return;
    yield {
      message: fault.message,
      at: fault.write.at,
      help: 'write the name alone: `hostname > HOSTNAME`',
    };
  },
});
