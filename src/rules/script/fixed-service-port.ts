import { coordination } from '../../analysis/contract/coordination.ts';
import { freePortFix } from '../../analysis/contract/port-fixes.ts';
import { portWrites } from '../../analysis/contract/services.ts';
import { textOf } from '../../analysis/shell/interpreter/state/value.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A service whose port two sessions on one node would share. */
export const fixedServicePort = defineRule({
  meta: {
    id: 'fixed-service-port',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The service has a fixed port.',
      why: 'Two sessions on one node, of one user or of two, take the port from each other; the second one fails or shows the first one.',
      fix: 'Ask for a free port: `port=$(pw agent open-port)`.',
      examples: {
        bad: [
          startExample({
            port: '',
            announce: 'echo 8888 «> SESSION_PORT»',
            service: 'exec python3 -m http.server 8888',
          }),
          startExample({ port: 'port=8888', announce: 'echo "$port" «> SESSION_PORT»' }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    const writes = portWrites(contract);
    const texts = writes.map((write) => textOf(write.content ?? [])?.trim());
    const [write] = writes;
    if (write === undefined || !texts.every((text) => text !== undefined && /^\d+$/.test(text))) return;
    const fix = freePortFix(contract, texts[0] ?? '', write);
    yield {
      message: `the service always has port ${texts[0]}`,
      at: write.at,
      help: 'ask for a free one: `port=$(pw agent open-port)`',
      ...(fix !== undefined && { fix }),
    };
  },
});
