import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** `ssh` accepts any machine that answers. */
export const hostKeyCheckOff = defineRule({
  meta: {
    id: 'host-key-check-off',
    group: 'security',
    severity: 'note',
    tier: 'pedantic',
    securitySeverity: 4,
    since: '0.1.0',
    page: {
      what: '`ssh` or `scp` is told to accept any host key.',
      why: 'A machine that takes the place of the other one is not noticed. Inside one cluster this is often accepted.',
      fix: 'Use `StrictHostKeyChecking=accept-new`, which trusts a new machine once and notices when it changes.',
      examples: {
        bad: [
          stepsExample`
            - run: |
                ssh -o «StrictHostKeyChecking=no» login.example.com hostname
          `,
        ],
        good: [
          stepsExample`
            - run: |
                ssh -o StrictHostKeyChecking=accept-new login.example.com hostname
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { program, words } of context.ask(shellCommands, script).commands) {
      if (program === undefined || !['ssh', 'scp', 'sftp', 'ssh-copy-id', 'rsync'].includes(program))
        continue;
      const word = words.find((each) => /StrictHostKeyChecking[= ](no|off)\b/i.test(literalOf(each) ?? ''));
      if (word === undefined) continue;
      yield {
        message: `"${program}" accepts any machine that answers under this name`,
        at: script.text.spanOf(word.pos, word.end),
        help: 'use "StrictHostKeyChecking=accept-new"',
      };
    }
  },
});
