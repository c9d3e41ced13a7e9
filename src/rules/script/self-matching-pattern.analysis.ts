import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { CommandReader } from '../../analysis/shell/shell-command-reader.ts';
import { verbatim } from '../../source/mapped-text.ts';
import { filePath } from '../../source/span.ts';
import { parseBash } from '../../syntax/bash/parse-bash.ts';
import type { ScriptNode } from '../../syntax/bash/tree.ts';

/**
 * The literal pattern of a `pkill -f` or `pgrep -f` inside a text that another shell gets as its command line (`ssh
 * host "…"`, `bash -c "…"`): that command line holds the pattern. A shell becomes the last simple command of such a
 * text instead of starting it, so that one finds no shell.
 */
export function patternMatchingItself(command: ShellCommand): string | undefined {
  for (const text of shellTexts(command)) {
    const { tree } = parseBash(verbatim(filePath(''), text, 0));
    const reader = new CommandReader(undefined);
    reader.script(tree);
    for (const inner of reader.commands) {
      const pattern = fullPattern(inner);
      if (pattern !== undefined && !isLast(inner, tree)) return pattern;
    }
  }
  return undefined;
}

/** The texts among the words of a command that a shell gets as its command line. */
function shellTexts({ program, words }: ShellCommand): readonly string[] {
  if (program === 'ssh') return words.map((word) => word.value).filter((text) => /\s/.test(text));
  const texts: string[] = [];
  if (/^(bash|sh|dash|zsh)$/.test(program ?? '') && /^-\w*c$/.test(words[0]?.text ?? ''))
    texts.push(words[1]?.value ?? '');
  words.forEach((word, index) => {
    if (!/(^|\/)(bash|sh|dash|zsh)$/.test(word.value) || !/^-\w*c$/.test(words[index + 1]?.text ?? ''))
      return;
    texts.push(words[index + 2]?.value ?? '');
  });
  return texts;
}

/** The pattern of `pkill -f` or `pgrep -f`, when it stands for itself only. */
export function fullPattern({ program, words }: ShellCommand): string | undefined {
  if (program !== 'pkill' && program !== 'pgrep') return undefined;
  let full = false;
  for (let index = 0; index < words.length; index++) {
    const text = words[index]?.value ?? '';
    if (text === '--full' || /^-[a-zA-Z]*f[a-zA-Z]*$/.test(text)) full = true;
    else if (/^-[uUgGPstF]$/.test(text)) index++;
    else if (!text.startsWith('-')) return full && /^[\w./ -]+$/.test(text) ? text : undefined;
  }
  return undefined;
}

/** Whether a command is the very last thing of a text, with nothing around it. */
function isLast({ node }: ShellCommand, tree: ScriptNode): boolean {
  const last = tree.commands.at(-1)?.command;
  const end = last?.type === 'AndOr' && last.operators.at(-1) === '&&' ? last.commands.at(-1) : last;
  return end === node && node.redirects.length === 0;
}
