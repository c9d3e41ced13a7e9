import { coordination } from '../../analysis/contract/coordination.ts';
import { portFault, unsetPort } from '../../analysis/contract/marker-contents.ts';
import { capturedMessages } from '../../analysis/shell/captured-messages.ts';
import { misspeltVariables } from '../../analysis/shell/misspelt-variables.ts';
import { dedent } from '../../base/dedent.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import { sessionExample } from '../examples/session-example.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** SESSION_PORT gets something else than a number. */
export const malformedPortFile = defineRule({
  meta: {
    id: 'malformed-port-file',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'SESSION_PORT gets something that is not a port number.',
      why: 'Its reader takes the whole of it as the port: `http://host:SESSION_PORT=5000` answers nobody.',
      fix: 'Write the number alone: `echo "$port" > SESSION_PORT`.',
      examples: {
        bad: [
          sessionExample({
            start: { announce: 'echo "$SESSION_PORT" «> SESSION_PORT»' },
          }),
          sessionExample({
            start: { announce: 'echo "$port" «> SESSION_PORT»' },
            wait: {
              'for attempt in $(seq 100); do': 'until [ -f job.started ]; do',
              '[ -f job.started ] && break': '[ -f job.ended ] && exit 1',
              'port=$(cat SESSION_PORT)': 'source ./SESSION_PORT',
            },
          }),
          startExample({
            started: dedent`
              date «>> SESSION_PORT»
              touch job.started
            `,
          }),
          startExample({ announce: 'echo "SESSION_PORT=$port" «> SESSION_PORT»' }),
          startExample({ announce: "echo '$port' «> SESSION_PORT»" }),
          startExample({ announce: '«touch SESSION_PORT»' }),
        ],
        good: [
          sessionExample({
            start: {
              port: dedent`
                find_port() {
                  exec 3>&1 1>&2
                  echo "looking for a free port"
                  pw agent open-port >&3
                }
                port=$(find_port)
              `,
            },
          }),
          sessionExample({
            start: {
              port: dedent`
                find_port() {
                  {
                    echo "looking for a free port"
                    pw agent open-port >&3
                  } 3>&1 1>&2
                }
                port=$(find_port)
              `,
            },
          }),
          sessionExample({
            start: {
              port: 'source inputs.sh',
              announce: 'echo "$SESSION_PORT" > SESSION_PORT',
              service: 'exec python3 -m http.server "$SESSION_PORT"',
            },
          }),
          sessionExample({
            start: dedent`
              SESSION_PORT=$(pw agent open-port)
              hostname > HOSTNAME
              echo "$SESSION_PORT" > SESSION_PORT
              touch job.started
              exec python3 -m http.server "$SESSION_PORT"
            `,
          }),
          sessionExample({
            start: { announce: 'echo "port=$port" > SESSION_PORT' },
            wait: {
              'for attempt in $(seq 100); do': 'until [ -f job.started ]; do',
              '[ -f job.started ] && break': '[ -f job.ended ] && exit 1',
              'port=$(cat SESSION_PORT)': 'port=$(cut -d= -f2 SESSION_PORT)',
            },
          }),
          sessionExample({
            start: { announce: 'echo "port=$port" > SESSION_PORT' },
            wait: {
              'for attempt in $(seq 100); do': 'until [ -f job.started ]; do',
              '[ -f job.started ] && break': '[ -f job.ended ] && exit 1',
              'port=$(cat SESSION_PORT)': 'source ./SESSION_PORT',
            },
          }),
          startExample({
            port: dedent`
              for port in {8888..8999}; do
                nc -z localhost "$port" || break
              done
            `,
          }),
          startExample(),
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    // What a search for a port prints beside it is told where it is printed.
    if (context.ask(capturedMessages, script).length > 0) return;
    const unset = unsetPort(contract);
    const isGiven = new RegExp(
      `^\\s*${escapePattern(unset?.name ?? '')}:|\\bexport\\b.*\\b${escapePattern(unset?.name ?? '')}\\b`,
      'm',
    );
    // A slip in the name is told as that.
    const slipped = context.ask(misspeltVariables, script).some(({ name }) => name === unset?.name);
    if (unset !== undefined && !slipped && !isGiven.test(file?.source.text ?? '')) {
      yield {
        severity: 'warning',
        message: `"SESSION_PORT" gets "$${unset.name}", which nothing sets: the file is empty`,
        at: unset.write.at,
        help: 'write the variable that holds the port',
      };
      return;
    }
    const fault = portFault(contract);
    if (fault === undefined) return;
    yield {
      message: fault.message,
      at: fault.write.at,
      help: fault.help ?? 'write the number alone, in double quotes or none: `echo "$port" > SESSION_PORT`',
    };
  },
});
