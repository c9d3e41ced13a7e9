import { type Coordination, coordination } from '../../analysis/contract/coordination.ts';
import type { ScriptEvent } from '../../analysis/shell/interpreter/state/events.ts';
import { dedent } from '../../base/dedent.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** The job of the runner, with a scheduler or without one. */
const runner = (scheduler: string) => ({
  'inject_markers: false': dedent`
    scheduler: ${scheduler}
    inject_markers: false
  `,
});

/** The start script takes the port that a step has chosen. */
const taken = { port: 'port=$(cat SESSION_PORT)', announce: '' };

const chosen = (step: string) => ({
  '- uses: parallelworks/checkout': dedent`
    - ${step}
    - uses: parallelworks/checkout
  `,
});

/** A port that was free on another machine than the one on which it is used. */
export const portFromAnotherHost = defineRule({
  meta: {
    id: 'port-from-another-host',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A step chooses the port on the login node, and the start script uses it on the node of its batch job.',
      why: 'The port was free where it was chosen. On the compute node another session may have it, and the service fails to start.',
      fix: 'Choose the port in the start script, which runs where the service runs, and let it write SESSION_PORT.',
      examples: {
        bad: [
          sessionExample({
            preprocessing: chosen('run: pw agent open-port «> SESSION_PORT»'),
            session_runner: runner("${{ inputs.resource.schedulerType != '' }}"),
            start: taken,
          }),
          sessionExample({
            preprocessing: chosen(
              'run: p=$(pw agent open-port); echo "$p" «> "$PW_PARENT_JOB_DIR/SESSION_PORT"»',
            ),
            session_runner: runner('true'),
            start: { port: 'port=$(< SESSION_PORT)', announce: '' },
          }),
        ],
        good: [
          sessionExample({
            preprocessing: chosen('run: pw agent open-port > SESSION_PORT'),
            session_runner: runner('false'),
            start: taken,
          }),
          sessionExample({ session_runner: runner('true') }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract?.start?.runner?.mayBeScheduled !== true || contract.behaviour.opaque) return;
    const read = contract.behaviour.events.find(
      (event) => event.kind === 'read' && event.file === contract.files.port,
    );
    const writesItself = contract.behaviour.events.some(
      (event) => event.kind === 'write' && event.file === contract.files.port,
    );
    if (writesItself || !readsPort.test(script.shell.text)) return;
    const write = chosenElsewhere(contract);
    if (write === undefined) return;
    yield {
      message: 'this port is free on the login node, but the service takes it on the node of its batch job',
      at: write.at,
      related: read === undefined ? [] : [{ span: read.at, text: 'the start script takes it here' }],
      help: 'choose the port in the start script: `port=$(pw agent open-port)`, and `echo "$port" > SESSION_PORT`',
    };
  },
});

/** A command that takes the port from the file. */
const readsPort = /(?:<|\bcat)\s*["']?[^\s|;&)]*\bSESSION_PORT\b/;

/** Where a step writes a port that it has asked for. */
function chosenElsewhere({ session, files }: Coordination): ScriptEvent | undefined {
  return session?.blocks
    .flatMap(({ behaviour }) => behaviour.events)
    .find(
      (event) =>
        event.kind === 'write' &&
        event.file === files.port &&
        event.content?.some((piece) => typeof piece !== 'string' && piece.origin.kind === 'port') === true,
    );
}
