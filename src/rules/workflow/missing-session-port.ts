import { mayMisspell, sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { pathWritten } from '../../analysis/expressions/expressions-within.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** `update-session` opens a tunnel without saying to which port. */
export const missingSessionPort = defineRule({
  meta: {
    id: 'missing-session-port',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'No step tells the session to which port it goes.',
      why: 'The session is marked as updated, but opening it leads nowhere: the platform does not know the port.',
      fix: 'Pass `remotePort` to `parallelworks/update-session`, from the output of the job that waits for the service.',
      examples: {
        bad: [
          sessionExample({
            update_session: {
              '- uses: parallelworks/update-session': '- uses: «parallelworks/update-session»',
              'remotePort: ${{ needs.wait_for_service.outputs.SESSION_PORT }}': '',
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
    if (pattern === undefined) return;
    const { workflow, updates } = pattern;
    const nameOf = (update: (typeof updates)[number]): string | undefined =>
      pathWritten(workflow, valueAt(update.step.with, 'name'))?.join('.');
    for (const update of updates) {
      const name = nameOf(update);
      if (update.step.uses === undefined || name === undefined) continue;
      // A session may be updated twice, the second time for its status alone.
      const same = updates.filter((other) => nameOf(other) === name);
      if (same.some((other) => mayMisspell(other.step, 'remotePort'))) continue;
      if (same[0] !== update || same.some((other) => valueAt(other.step.with, 'remotePort') !== undefined))
        continue;
      yield {
        message: `session "${name.replace(/^sessions\./, '')}" is never given a port: no "remotePort"`,
        at: update.step.uses.span,
        help: 'add "remotePort", for instance ${{ needs.wait_for_service.outputs.SESSION_PORT }}',
      };
    }
  },
});
