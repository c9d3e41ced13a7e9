import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Every file that the script makes from here on can be changed by everybody. */
export const permissiveUmask = defineRule({
  meta: {
    id: 'permissive-umask',
    group: 'security',
    severity: 'warning',
    securitySeverity: 6.2,
    since: '0.1.0',
    page: {
      what: '`umask` lets everybody write to the files that are made from here on.',
      why: 'Any user of the cluster can then replace the scripts of the job, and run what they like under the name of its user.',
      fix: 'Use `umask 077`, or `umask 027` where the group must read the files.',
      examples: {
        bad: [
          stepsExample`
            - run: |
                umask «000»
                mkdir -p results
          `,
        ],
        good: [
          stepsExample`
            - run: |
                umask 027
                mkdir -p results
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { program, words } of context.ask(shellCommands, script).commands) {
      const [word] = words;
      const mask = literalOf(word);
      if (program !== 'umask' || word === undefined || mask === undefined || !/^[0-7]{1,4}$/.test(mask))
        continue;
      if ((Number(mask.at(-1)) & 2) !== 0) continue;
      yield {
        message: `"umask ${mask}" lets everybody on the machine write to new files`,
        at: script.text.spanOf(word.pos, word.end),
        help: 'use "umask 077", or "umask 027" where the group must read the files',
      };
    }
  },
});
