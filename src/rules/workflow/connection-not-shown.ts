import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { dedent } from '../../base/dedent.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** Nothing leads the user to the session. */
export const connectionNotShown = defineRule({
  meta: {
    id: 'connection-not-shown',
    group: 'workflow',
    severity: 'note',
    tier: 'pedantic',
    since: '0.1.0',
    page: {
      what: 'The session is neither opened for the user nor is its address printed.',
      why: 'The user has to know that there is a list of sessions, and to look there.',
      fix: 'Set `redirect: true` on the session, or add a last job that prints its address.',
      examples: {
        bad: [
          sessionExample({
            sessions: dedent`
              «session»:
                useTLS: false
            `,
          }),
        ],
        good: [
          sessionExample(),
          sessionExample({
            sessions: dedent`
              session:
                useTLS: false
            `,
            afterwards: dedent`
              - run: |
                  echo "Ready: https://\${PW_PLATFORM_HOST}/me/session/\${PW_USER}/\${{ sessions.session }}/"
            `,
          }),
        ],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    if (pattern === undefined || pattern.updates.length === 0) return;
    const named = pattern.workflow.scripts.flatMap((script) =>
      script.holes.flatMap(({ site }) => (site.expression?.kind === 'path' ? [site.expression] : [])),
    );
    for (const { name, pair } of pattern.sessions) {
      const redirect = valueAt(pair.value, 'redirect');
      if (redirect !== undefined && !(redirect.kind === 'scalar' && redirect.value === false)) continue;
      const printed = named.some(
        ({ root, parts: [part] }) => root === 'sessions' && part?.kind === 'name' && part.name === name.value,
      );
      if (printed) continue;
      yield {
        message: `nothing opens or shows the session "${name.value}"`,
        at: name.span,
        help: 'set "redirect: true", or print its address in a last job',
      };
    }
  },
});
