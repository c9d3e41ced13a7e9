import type { Word } from '../../syntax/bash/tree.ts';
import type { ShellCommand } from './shell-command.ts';
import { literalOf } from './shell-words.ts';

/**
 * Whether a file that a command writes is kept from others: by an earlier `umask`, by a `chmod` of the same words
 * anywhere in the script, or because its name comes from `mktemp`.
 */
export function isProtected(file: Word, writer: ShellCommand, commands: readonly ShellCommand[]): boolean {
  const name = bare(file.text);
  const variable = /^\$\{?(\w+)\}?$/.exec(name)?.[1];
  return commands.some((command) => {
    const { program, words, node } = command;
    if (program === 'umask') return node.pos < writer.node.pos && hidesFromOthers(literalOf(words[0]));
    if (program === 'chmod') {
      const [mode, ...files] = words.filter(
        (word) => !/^-[A-Za-z-]+$/.test(word.text) || /[rwx]/.test(word.text),
      );
      return takesFromOthers(literalOf(mode)) && files.some((word) => bare(word.text) === name);
    }
    if (program === 'install') return words.some((word) => bare(word.text) === name);
    if (variable === undefined) return false;
    return node.prefix.some(
      (part) => part.type === 'Assignment' && part.name === variable && /mktemp/.test(part.text),
    );
  });
}

/** Whether others can read a file after `chmod` with this mode; modes for programs and folders are left out. */
export function opensToOthers(mode: string | undefined): boolean {
  if (mode === undefined) return false;
  if (/^[0-7]{3,4}$/.test(mode)) return (Number(mode.at(-1)) & 5) === 4;
  return mode.split(',').some((part) => /^([ugoa]*[oa][ugoa]*)?[+=](r|rw|wr)$/.test(part));
}

/** Whether others can read a file after `chmod` with this mode, modes for programs included. */
export function opensToReaders(mode: string | undefined): boolean {
  if (mode === undefined) return false;
  if (/^[0-7]{3,4}$/.test(mode)) return (Number(mode.at(-1)) & 4) !== 0;
  return mode.split(',').some((part) => /^([ugoa]*[oa][ugoa]*)?[+=][wxX]*r/.test(part));
}

/** Whether others can write to a file after `chmod` with this mode. */
export function opensToWriters(mode: string | undefined): boolean {
  if (mode === undefined) return false;
  if (/^[0-7]{3}$|^[02467][0-7]{3}$/.test(mode)) return (Number(mode.at(-1)) & 2) !== 0;
  return mode.split(',').some((part) => /^[ugoa]*[oa][ugoa]*[+=][rwxX]*w/.test(part) && !/t$/.test(part));
}

function takesFromOthers(mode: string | undefined): boolean {
  if (mode === undefined) return false;
  if (/^[0-7]{3,4}$/.test(mode)) return (Number(mode.at(-1)) & 4) === 0;
  return /(^|,)[ug]*o[ug]*-r|(^|,)(go|og|o)=(,|$)|(^|,)(go|og|o)-[rwx]*r/.test(mode);
}

function hidesFromOthers(mask: string | undefined): boolean {
  return mask !== undefined && /^[0-7]{1,4}$/.test(mask) && (Number(mask.at(-1)) & 4) !== 0;
}

function bare(text: string): string {
  return text.replace(/["']/g, '').replace(/^\.\//, '');
}
