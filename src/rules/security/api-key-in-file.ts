import { isOutputsFile, outputTargets } from '../../analysis/shell/command-output.ts';
import { isProtected } from '../../analysis/shell/file-protection.ts';
import { secretsInScript } from '../../analysis/shell/secrets.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';
import { environmentDumps } from './environment-dumps.analysis.ts';

/** The key of the run is written to a file. */
export const apiKeyInFile = defineRule({
  meta: {
    id: 'api-key-in-file',
    group: 'security',
    severity: 'warning',
    securitySeverity: 6.8,
    since: '0.1.0',
    page: {
      what: '`PW_API_KEY` is written to a file that others may read.',
      why: 'The key acts for the user with all the permissions of the run. In a shared file system its file is often readable by everybody.',
      fix: "Leave it out (`env | grep '^PW_' | grep -v PW_API_KEY`), or write the file under `umask 077`.",
      examples: {
        bad: [
          workflowExample`
            steps:
              - run: |
                  «env» | grep '^PW_' > inputs.sh
          `,
          workflowExample`
            steps:
              - run: |
                  echo "export PW_API_KEY=«\${PW_API_KEY}»" >> inputs.sh
          `,
        ],
        good: [
          workflowExample`
            steps:
              - run: |
                  env | grep '^PW_' | grep -v PW_API_KEY > inputs.sh
          `,
          stepsExample`
            - run: |
                umask 077
                echo "export PW_API_KEY=\${PW_API_KEY}" > credentials.sh
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (!mayDump(script.text.text)) return;
    const { commands } = context.ask(shellCommands, script);
    const help = 'leave the key out with "grep -v PW_API_KEY", or write the file under "umask 077"';
    for (const { command, file } of context.ask(environmentDumps, script)) {
      if (isProtected(file, command, commands)) continue;
      yield {
        message: `the whole environment, PW_API_KEY included, is written to "${file.text}"`,
        at: script.text.spanOf(command.node.pos, command.node.name?.end ?? command.node.end),
        help,
      };
    }
    for (const { occurrence, what } of context.ask(secretsInScript, script)) {
      const { command, role, word, start, end } = occurrence;
      if (command === undefined || !['argument', 'here-doc', 'here-string'].includes(role)) continue;
      // What a program does with its arguments is its own affair; it need not print them.
      if (role === 'argument' && command.program !== 'echo' && command.program !== 'printf') continue;
      const before = script.shell.text.slice(word.pos, start);
      if (what !== 'PW_API_KEY' && !/\bPW_API_KEY=["'\\]*$/.test(before)) continue;
      const target = outputTargets(command).find((each) => each.kind === 'file' && !isOutputsFile(each.name));
      if (target?.kind !== 'file' || isProtected(target.name, command, commands)) continue;
      yield {
        message: `PW_API_KEY is written to "${target.name.text}"`,
        at: script.text.spanOf(start, end),
        help,
      };
    }
  },
});

/** Whether a text names the key, or prints all variables. */
function mayDump(text: string): boolean {
  return (
    text.includes('PW_API_KEY') ||
    /(?<![.\w-])(env|printenv)\b/.test(text) ||
    /\b(export|declare)\s+-\w*p/.test(text)
  );
}
