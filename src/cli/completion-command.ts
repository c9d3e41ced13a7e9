import { isShell, shellCompletion, shells } from '../app/completion.ts';
import type { CommandLine } from './arguments.ts';
import { refuse, type Streams } from './streams.ts';

/** Carries out `completion`: prints what a shell sources to complete this program's words. */
export async function completionCommand(line: CommandLine, streams: Streams): Promise<number> {
  const [shell, second] = line.operands;
  if (shell === undefined || second !== undefined || !isShell(shell)) {
    return refuse(streams, `completion needs one shell: ${shells.join(', ')}`);
  }
  streams.print(shellCompletion(shell));
  return 0;
}
