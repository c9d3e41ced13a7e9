import { escapePattern } from '../../base/escape-pattern.ts';
import { isShell } from './destinations.ts';
import type { UnfinishedText } from './written-script.ts';

const shellEnding = /\.(sh|bash|sbatch|slurm|pbs|sub|job|qsub)$/;
const firstLine = /^\s*#!\s*(?:\S*\/env\s+(?:-\S+\s+)*)?(\S+)/;

/**
 * Whether a text that is written into a file is a shell script: by its first line, its name, or by who runs it.
 *
 * @param texts the scripts that may run it
 */
export function isShellScript({ pieces, destination }: UnfinishedText, texts: readonly string[]): boolean {
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
  // What goes to a device is read by nobody.
  if (last === '' || name.startsWith('/dev/') || /[$*?{]/.test(last)) return false;
  return texts.some((text) => isRunIn(text, last));
}

/** Whether a script, or a text inside it, reads a file of this name as shell, or runs it with a shell. */
export function isRunIn(text: string, name: string): boolean {
  return text.includes(name) && isSourcedIn(text, name, 'source|\\.|bash|sh|sbatch|qsub');
}

/** Whether a script, or a text inside it, reads a file of this name with `source`. */
export function isSourcedIn(text: string, name: string, commands = 'source|\\.'): boolean {
  const path = `["']?(?:[^\\s;&|"']*/)?${escapePattern(name)}["']?(?=[\\s;&|)"'\\\\]|$)`;
  return new RegExp(`(?:^|[\\s;&|({"'])(?:${commands})\\s+(?:-\\S+\\s+)*${path}`, 'm').test(text);
}
