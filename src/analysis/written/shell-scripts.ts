import type { ShellCommand } from '../shell/shell-command.ts';
import { isShell } from './destinations.ts';
import type { UnfinishedText } from './written-script.ts';

const shellEnding = /\.(sh|bash|sbatch|slurm|pbs|sub|job|qsub)$/;
const firstLine = /^\s*#!\s*(?:\S*\/env\s+(?:-\S+\s+)*)?(\S+)/;

/** Whether a text that is written into a file is a shell script: by its first line, its name, or by who runs it. */
export function isShellScript(
  { pieces, destination }: UnfinishedText,
  commands: readonly ShellCommand[],
): boolean {
  if (destination.kind === 'shell') return true;
  const [first] = pieces;
  const start =
    first?.as === 'as-written'
      ? first.source.shell.text.slice(first.start, Math.min(first.end, first.start + 200))
      : '';
  const interpreter = firstLine.exec(start)?.[1]?.split('/').at(-1);
  if (interpreter !== undefined) return isShell(interpreter);
  const { name } = destination;
  if (shellEnding.test(name)) return true;
  const last = name.slice(name.lastIndexOf('/') + 1);
  if (last === '' || /[$*?{]/.test(last)) return false;
  return commands.some(
    ({ program, words }) =>
      program !== undefined &&
      /^(bash|sh|source|\.|sbatch|qsub)$/.test(program) &&
      words.some((word) => {
        const text = word.text.replaceAll(/["']/g, '');
        return text === last || text.endsWith(`/${last}`);
      }),
  );
}
