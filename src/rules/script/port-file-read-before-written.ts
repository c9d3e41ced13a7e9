import { coordination } from '../../analysis/contract/coordination.ts';
import { portWrites } from '../../analysis/contract/services.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** SESSION_PORT is read while nothing has written it. */
export const portFileReadBeforeWritten = defineRule({
  meta: {
    id: 'port-file-read-before-written',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The start script reads SESSION_PORT before anything has written it.',
      why: 'The file is not there: the variable stays empty, and the service starts without a port.',
      fix: 'Take the port from where it is allocated, and write it to SESSION_PORT.',
      examples: {
        bad: [
          startExample({ port: 'port=$(«cat SESSION_PORT»)', announce: 'pw agent open-port > SESSION_PORT' }),
          startExample({
            port: dedent`
              set -euo pipefail
              port=$(«cat SESSION_PORT»)
            `,
          }),
        ],
        good: [
          startExample({
            service: dedent`
              echo "port $(cat SESSION_PORT)"
              exec python3 -m http.server "$port"
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
    if (contract.behaviour.opaque || contract.session?.writtenElsewhere(contract.files.port)) return;
    // A file that the script never writes is another rule's fault; with `set -e` the reading keeps it from being written.
    const isKept = /(>\|?|\btee)\s*\S*SESSION_PORT\b/.test(script.shell.text);
    if (portWrites(contract).length === 0 && !isKept) return;
    for (const event of contract.behaviour.events) {
      if (event.kind !== 'read' || event.file !== contract.files.port || event.repeated) continue;
      if (event.files.get(contract.files.port) !== 'no' || event.at.file !== script.path) continue;
      yield {
        message: '"SESSION_PORT" is read here before it is written',
        at: event.at,
        help: 'take the port from where it is allocated, and write it to SESSION_PORT',
      };
      return;
    }
  },
});
