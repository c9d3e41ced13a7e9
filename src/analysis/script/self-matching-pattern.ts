import type { ShellCommand } from '../shell-command.ts';

/**
 * The literal pattern of a `pkill -f` or `pgrep -f` inside a text that another shell gets as its command line (`ssh
 * host "…"`, `bash -c "…"`): that command line holds the pattern.
 */
export function patternMatchingItself(command: ShellCommand): string | undefined {
  const { program, words } = command;
  if (program !== 'ssh' && program !== 'bash' && program !== 'sh') return undefined;
  if (program !== 'ssh' && !words.some((word) => /^-\w*c$/.test(word.text))) return undefined;
  for (const word of words) {
    const match = /\b(?:pkill|pgrep)\s+(?:-\w+\s+)*-\w*f\w*\s+(?:-\w+\s+)*(?:\\?["'])?([\w./ -]+)/.exec(
      word.value,
    );
    const pattern = match?.[1]?.trim();
    if (pattern !== undefined && pattern !== '' && !pattern.startsWith('-')) return pattern.split(/\s/, 1)[0];
  }
  return undefined;
}
