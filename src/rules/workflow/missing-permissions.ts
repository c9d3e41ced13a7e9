import { stepsOf } from '../../analysis/contract/session-pattern.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { dedent } from '../../base/dedent.ts';
import type { Label } from '../../diagnostics/finding.ts';
import { actions } from '../../facts/tables/actions.ts';
import { pwCommands } from '../../facts/tables/pw-commands.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** A call of the platform without permission. */
export const missingPermissions = defineRule({
  meta: {
    id: 'missing-permissions',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A step cancels jobs or calls the platform with pw, and the workflow asks for no permissions.',
      why: 'The key of the run may then do nothing: the call fails with status 401.',
      fix: 'Write "permissions: [\'*\']" at the top of the workflow.',
      examples: {
        bad: [
          dedent`
            sessions:
              session:
                redirect: true
            jobs:
              main:
                steps:
                  - uses: parallelworks/update-session
                    with:
                      name: \${{ sessions.session }}
                      target: user-workspace
                      remotePort: 8080
                  - uses: «parallelworks/cancel-jobs»
                    with:
                      jobs: [main]
          `,
          dedent`
            sessions:
              session:
                redirect: true
            permissions: []
            jobs:
              main:
                steps:
                  - uses: parallelworks/update-session
                    with:
                      name: \${{ sessions.session }}
                      target: user-workspace
                      remotePort: 8080
                  - uses: «parallelworks/cancel-jobs»
                    with:
                      jobs: [main]
          `,
        ],
        good: [
          dedent`
            sessions:
              session:
                redirect: true
            jobs:
              main:
                steps:
                  - uses: parallelworks/update-session
                    with:
                      name: \${{ sessions.session }}
                      target: user-workspace
                      remotePort: 8080
          `,
          dedent`
            sessions:
              session:
                redirect: true
            permissions: ['*']
            jobs:
              main:
                steps:
                  - uses: parallelworks/update-session
                    with:
                      name: \${{ sessions.session }}
                      target: user-workspace
                      remotePort: 8080
                  - uses: parallelworks/cancel-jobs
                    with:
                      jobs: [main]
          `,
          dedent`
            jobs:
              main:
                steps:
                  - uses: parallelworks/cancel-jobs
                    with:
                      jobs: [other]
              other:
                steps:
                  - run: sleep 60
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    const permissions = valueAt(workflow.root, 'permissions');
    const isGranted =
      permissions?.kind === 'sequence' ? permissions.items.length > 0 : permissions !== undefined;
    // workflows without sessions are mostly called by others, which ask for the permissions
    if (isGranted || (permissions === undefined && !lacksKey(workflow.root, 'permissions'))) return;
    if (workflow.sessions.length === 0) return;
    const calls: Label[] = [];
    for (const { step } of stepsOf(workflow)) {
      const action = actions.find((candidate) => candidate.name === step.uses?.value);
      if (step.uses !== undefined && action?.needsPermissions) {
        calls.push({ span: step.uses.span, text: 'this needs them too' });
      }
      if (step.run === undefined) continue;
      for (const command of context.ask(shellCommands, step.run).commands) {
        if (command.program !== 'pw') continue;
        const words = command.words.map((word) => word.text).join(' ');
        const known = pwCommands.find((candidate) => `${words} `.startsWith(`${candidate.command} `));
        if (!known?.needsPermissions) continue;
        calls.push({
          span: step.run.text.spanOf(command.node.pos, command.node.end),
          text: 'this needs them too',
        });
      }
    }
    const [first, ...others] = calls;
    if (first === undefined) return;
    yield {
      message: 'this call needs permissions, and the workflow asks for none',
      at: first.span,
      ...(others.length > 0 && { related: others }),
      help: 'write "permissions: [\'*\']" at the top of the workflow',
    };
  },
});
