import { opensToWriters } from '../../analysis/shell/file-protection.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A file or folder is made writable for everybody. */
export const worldWritablePath = defineRule({
  meta: {
    id: 'world-writable-path',
    group: 'security',
    severity: 'note',
    securitySeverity: 5.2,
    since: '0.1.0',
    page: {
      what: 'A file or folder is made writable for everybody.',
      why: 'On a shared file system every user can change what is in it. When it holds a script or a library, they decide what runs.',
      fix: 'Give the right to the owner or the group alone: `chmod -R u+rwX,g+rX`.',
      examples: {
        bad: [
          stepsExample`
            - run: |
                mkdir -p results
                chmod -R «777» results
          `,
        ],
        good: [
          stepsExample`
            - run: |
                mkdir -p results
                chmod -R u+rwX,g+rX results
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { program, words } of context.ask(shellCommands, script).commands) {
      if (program !== 'chmod') continue;
      const [mode, file] = words.filter((word) => !/^-([Rvcf]+|-[a-z-]+)$/.test(word.text));
      if (
        mode === undefined ||
        file === undefined ||
        !opensToWriters(literalOf(mode)) ||
        file.text.startsWith('/dev/')
      )
        continue;
      yield {
        message: `"${file.text}" is made writable for everybody`,
        at: script.text.spanOf(mode.pos, mode.end),
        help: 'give the right to the owner or the group alone, for instance "u+rwX,g+rX"',
      };
    }
  },
});
