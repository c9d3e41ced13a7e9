import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { asksForErrexit } from '../../analysis/shell/errexit-option.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** The script goes on after a command has failed. */
export const errorsNotFatal = defineRule({
  meta: {
    id: 'errors-not-fatal',
    group: 'workflow',
    severity: 'note',
    tier: 'pedantic',
    since: '0.1.0',
    page: {
      what: '`start.sh` goes on after a command has failed: it has no `set -e`.',
      why: 'A module that does not load or a folder that is not there is seen only much later, as a service that never answers.',
      fix: 'Write `set -e` at the top, or handle the failures one by one.',
      examples: {
        bad: [
          sessionExample({
            start: {
              port: '«port=$(pw agent open-port)»',
              service: 'exec python3 -m http.server "$port" > service.out 2>&1',
            },
          }),
        ],
        good: [sessionExample({ start: { before: 'set -e' } })],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const script = context.ask(sessionPattern, file)?.startScript;
    if (script === undefined) return;
    const [first] = context.ask(shellCommands, script).commands;
    if (
      first === undefined ||
      context.ask(asksForErrexit, script) ||
      /\btrap\b[^\n]*\bERR\b/.test(script.shell.text)
    )
      return;
    yield {
      message: `"${script.path}" goes on after a command has failed`,
      at: script.text.spanOf(first.node.pos, first.node.end),
      help: 'write "set -e" before the first command',
    };
  },
});
