import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { isPort } from '../../analysis/workflow/fixed-ports.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** The session goes to a fixed port, while the script picks one and announces it. */
export const fixedSessionPort = defineRule({
  meta: {
    id: 'fixed-session-port',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The session goes to a fixed port, although `start.sh` announces its port in `SESSION_PORT`.',
      why: 'The service listens on the port that the script has chosen. The session leads to another one, where nothing or somebody else answers.',
      fix: 'Pass the output of the job that reads `SESSION_PORT`.',
      examples: {
        bad: [
          sessionExample({
            update_session: {
              'remotePort: ${{ needs.wait_for_service.outputs.SESSION_PORT }}': 'remotePort: «8080»',
            },
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    const script = pattern?.startScript;
    if (pattern === undefined || script === undefined) return;
    const announcing = context.ask(shellCommands, script).commands.find(announcesPort)?.node;
    // A script that writes a plain number has chosen it, and the workflow may know it.
    if (!announcing?.args.some((word) => word.text.includes('$'))) return;
    for (const { step } of pattern.updates) {
      const port = valueAt(step.with, 'remotePort');
      const text = textOf(port);
      if (port === undefined || text === undefined || !/^\d+$/.test(text) || !isPort(text)) continue;
      if (assigns(script.text.text, text)) continue;
      yield {
        message: `the session goes to port ${text}, but "${script.path}" announces its port in SESSION_PORT`,
        at: port.span,
        related: [
          {
            span: script.text.spanOf(announcing.pos, announcing.end),
            text: 'the port is announced here',
          },
        ],
        help: 'pass what the waiting job reads, for instance ${{ needs.wait_for_service.outputs.SESSION_PORT }}',
      };
    }
  },
});

/** Whether a command writes what it prints into the port file. */
function announcesPort({ program, redirections }: ShellCommand): boolean {
  return (
    (program === 'echo' || program === 'printf') &&
    redirections.some(
      (one) =>
        one.type === 'Redirect' &&
        one.operator.startsWith('>') &&
        /(^["']?|\/)SESSION_PORT["']?$/.test(one.target?.text ?? ''),
    )
  );
}

/** Whether the script knows the same number: as its port, or as the default of it. */
function assigns(script: string, port: string): boolean {
  return new RegExp(`\\b${port}\\b`).test(script);
}
