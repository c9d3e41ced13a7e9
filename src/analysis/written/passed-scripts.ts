import type { Script } from '../../model/script.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { literalOf } from '../shell/shell-words.ts';
import { inheritanceThrough, isShell, remoteWords, startsShell } from './destinations.ts';
import { wordPieces } from './shell-text-pieces.ts';
import { characterPiece, type TextPiece } from './text-pieces.ts';
import type { UnfinishedText } from './written-script.ts';

/** The scripts that commands pass on as an argument: `bash -c '…'`, also behind other programs, and `ssh HOST '…'`. */
export function passedScripts(commands: readonly ShellCommand[], script: Script): readonly UnfinishedText[] {
  return commands.flatMap((command): readonly UnfinishedText[] => {
    const { program, words } = command;
    if (program === undefined) return [];
    const given = isShell(program) ? argumentOf(words, 0) : undefined;
    if (given !== undefined) {
      return [passed(command, wordPieces(script, given), program, 'exported')];
    }
    if (program === 'ssh') {
      const remote = remoteWords(words) ?? [];
      if (remote.length === 0 || startsShell(remote)) return [];
      return [passed(command, withBlanks(script, remote), program, 'nothing')];
    }
    if (program === 'sbatch') {
      const wrapped = wrappedPieces(script, words);
      return wrapped.length === 0 ? [] : [passed(command, wrapped, program, 'exported')];
    }
    const inherits = inheritanceThrough(program);
    const index = words.findIndex((word) => isShell(literalOf(word)?.split('/').at(-1)));
    const inner = inherits === undefined || index === -1 ? undefined : argumentOf(words, index + 1);
    return inner === undefined || inherits === undefined
      ? []
      : [passed(command, wordPieces(script, inner), program, inherits)];
  });
}

function passed(
  command: ShellCommand,
  pieces: readonly TextPiece[],
  program: string,
  inherits: 'exported' | 'nothing' | 'unknown',
): UnfinishedText {
  return { pieces, destination: { kind: 'shell', program, inherits }, whole: true, command };
}

/** The word behind `-c` among the options of a shell. */
function argumentOf(words: readonly Word[], from: number): Word | undefined {
  for (let index = from; index < words.length; index++) {
    const text = words[index]?.text ?? '';
    if (/^-[a-z]*c$/.test(text)) return words[index + 1];
    if (!/^[-+]/.test(text) && !/^[-+]o$/.test(words[index - 1]?.text ?? '')) return undefined;
  }
  return undefined;
}

/** The command line of `sbatch --wrap`. */
function wrappedPieces(script: Script, words: readonly Word[]): readonly TextPiece[] {
  const index = words.findIndex((word) => /^--wrap(=|$)/.test(word.text));
  const word = words[index];
  if (word === undefined) return [];
  const value = words[index + 1];
  if (word.text === '--wrap') return value === undefined ? [] : wordPieces(script, value);
  const [first, ...rest] = wordPieces(script, word);
  return first === undefined ? [] : [{ ...first, start: first.start + '--wrap='.length }, ...rest];
}

/** `ssh` puts its words together with blanks. */
function withBlanks(script: Script, words: readonly Word[]): readonly TextPiece[] {
  return words.flatMap((word, index) =>
    index === 0
      ? wordPieces(script, word)
      : [characterPiece(script, word.pos, ' '), ...wordPieces(script, word)],
  );
}
