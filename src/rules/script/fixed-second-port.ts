import { coordination } from '../../analysis/contract/coordination.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { secondPorts } from './fixed-second-port.analysis.ts';

/** A port beside the announced one that two sessions take from each other. */
export const fixedSecondPort = defineRule({
  meta: {
    id: 'fixed-second-port',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The announced port is asked for, but a service takes a second port, or a display, that is always the same.',
      why: 'The next session on that node, of this user or another, cannot start, or talks to the service of the first one.',
      fix: 'Ask for a free port for each service, and tell it: `second_port=$(pw agent open-port)`.',
      examples: {
        bad: [
          startExample({
            service: dedent`
              «Xvfb :99 -screen 0 1280x1024x24 > display.log 2>&1» &
              DISPLAY=:99 exec webviewer --port "$port"
            `,
          }),
          startExample({
            service:
              '«exec ray start --head --block --port=6379 --dashboard-host=0.0.0.0 --dashboard-port="$port"»',
          }),
          startExample({
            service: dedent`
              «redis-server --save '' > redis.log 2>&1» &
              exec chatserver --port "$port" --store localhost:6379
            `,
          }),
          startExample({
            service: dedent`
              «mongod --dbpath store --port 27017 > store.log 2>&1» &
              exec chatserver --port "$port"
            `,
          }),
          startExample({
            service: dedent`
              wait_for() {
                until nc -z localhost "$1"; do sleep 1; done
              }
              «documentd --data store > store.log 2>&1» &
              wait_for 27017
              exec chatserver --port "$port" --store localhost:27017
            `,
          }),
        ],
        good: [
          startExample({
            service: dedent`
              Xvfb -displayfd 3 -screen 0 1280x1024x24 3> display > display.log 2>&1 &
              exec webviewer --port "$port" --display-file display
            `,
          }),
          startExample({
            service: dedent`
              store=$(pw agent open-port)
              redis-server --port "$store" > redis.log 2>&1 &
              exec chatserver --port "$port" --store "localhost:$store"
            `,
          }),
          startExample({
            service: dedent`
              if ! nc -z localhost 11434; then
                OLLAMA_MODELS=models ollama serve > ollama.log 2>&1 &
              fi
              exec chatserver --port "$port"
            `,
          }),
          startExample({
            service: dedent`
              redis-server store.conf > redis.log 2>&1 &
              exec chatserver --port "$port"
            `,
          }),
          startExample({
            service: dedent`
              until nc -z localhost 27017; do sleep 1; done
              exec chatserver --port "$port" --store localhost:27017
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    for (const second of secondPorts(contract)) {
      const { program, at } = second;
      if (second.display !== undefined) {
        yield {
          message: `"${program}" always takes display ${second.display}: a second session on the node finds it taken`,
          at,
          help: 'look for a display that is free, or let the server choose one: `Xvfb -displayfd 3`, `xvfb-run -a`',
        };
        continue;
      }
      const { port, option } = second;
      const free = '`second_port=$(pw agent open-port)`';
      yield {
        message: `"${program}" always takes port ${port}: a second session on the node finds it taken`,
        at,
        help: `ask for a free port for it as well: ${free}${option === undefined ? '' : `, and give it with "${option}"`}`,
      };
    }
  },
});
