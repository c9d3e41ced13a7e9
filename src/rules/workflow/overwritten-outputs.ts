import { isOutputsFile, outputTargets, programOf } from '../../analysis/shell/command-output.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { dedent } from '../../base/dedent.ts';
import type { PipelineNode, Word } from '../../syntax/bash/tree.ts';
import { defineRule } from '../rule.ts';

/** The file of outputs is replaced instead of added to. */
export const overwrittenOutputs = defineRule({
  meta: {
    id: 'overwritten-outputs',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A command replaces `$OUTPUTS` after another has written to it.',
      why: 'The outputs that were written before are lost, and jobs that read them stop with an error.',
      fix: 'Append with `>> $OUTPUTS` or `tee -a $OUTPUTS`.',
      examples: {
        bad: [
          dedent`
            jobs:
              ports:
                steps:
                  - run: |
                      echo "HOST=a" >> $OUTPUTS
                      echo "PORT=1" | tee «$OUTPUTS»
          `,
          dedent`
            jobs:
              ports:
                steps:
                  - run: |
                      echo "HOST=a" >> $OUTPUTS
                      echo "PORT=1" > «$OUTPUTS»
          `,
        ],
        good: [
          dedent`
            jobs:
              ports:
                steps:
                  - run: |
                      echo "HOST=a" > $OUTPUTS
                      echo "PORT=1" | tee -a $OUTPUTS
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    let earlier = false;
    for (const command of context.ask(shellCommands, script).commands) {
      const word = earlier && !command.conditional ? replacedBy(command) : undefined;
      if (word !== undefined) {
        yield {
          message: 'this replaces $OUTPUTS: what was written to it before is lost',
          at: script.text.spanOf(word.pos, word.end),
          help: 'append instead, with ">> $OUTPUTS" or "tee -a $OUTPUTS"',
        };
      }
      earlier ||= outputTargets(command).some(
        (target) => target.kind === 'file' && isOutputsFile(target.name),
      );
    }
  },
});

/** The word that names the file of outputs where a command replaces it. */
function replacedBy(command: ShellCommand): Word | undefined {
  for (const redirect of command.redirections) {
    if (redirect.type !== 'Redirect' || redirect.target === undefined) continue;
    if (['>', '>|', '&>'].includes(redirect.operator) && isOutputsFile(redirect.target))
      return redirect.target;
  }
  return command.pipedTo.map(replacedByTee).find((word) => word !== undefined);
}

function replacedByTee(node: PipelineNode): Word | undefined {
  const { program, words } = programOf(node);
  if (program !== 'tee' || words.some((word) => /^(-[a-z]*a|--append)/.test(word.text))) return undefined;
  return words.find(isOutputsFile);
}
