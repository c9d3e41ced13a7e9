import type { Script } from '../../model/script.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import type { AnalysisContext } from '../analysis.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import { literalOf } from '../shell/shell-words.ts';

/** Whether a script forwards ports itself, so that the service is reached by another way than it seems. */
export function forwardsPorts(file: WorkflowFile, context: AnalysisContext): boolean {
  const scripts = [...(file.workflow?.scripts ?? []), ...file.scripts];
  return anyCommand(scripts, context, ({ program, words }) => {
    if (program === 'autossh' || program === 'socat') return true;
    if (program === 'ssh') return words.some((word) => /^-[a-zA-Z]*[LRDW]/.test(word.text));
    return program === 'pw' && ['ssh', 'forward'].includes(literalOf(words[0]) ?? '');
  });
}

/**
 * Whether a block moves files between machines or works on another one by itself. The guide's own transfer of
 * `inputs.sh` does not count.
 */
export function movesFiles(file: WorkflowFile, context: AnalysisContext): boolean {
  return anyCommand(file.workflow?.scripts ?? [], context, ({ program, words }) => {
    if (program === undefined || !['ssh', 'scp', 'rsync', 'sftp', 'sshpass'].includes(program)) return false;
    return literalOf(words[0]) !== 'inputs.sh';
  });
}

function anyCommand(
  scripts: readonly Script[],
  context: AnalysisContext,
  matches: (command: ShellCommand) => boolean,
): boolean {
  return scripts.some((script) => context.ask(shellCommands, script).commands.some(matches));
}
