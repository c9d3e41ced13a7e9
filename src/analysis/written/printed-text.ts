import type { Script } from '../../model/script.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { literalOf } from '../shell/shell-words.ts';
import { repositoryScript } from '../workflow/launched-scripts.ts';
import { hereDocumentPieces, wordPieces } from './shell-text-pieces.ts';
import { characterPiece, filledPiece, type TextPiece, verbatimPiece } from './text-pieces.ts';

/** What a command prints. */
export interface PrintedText {
  readonly pieces: readonly TextPiece[];
  /** Whether it may print more, or something else. */
  readonly open: boolean;
}

const nothing: PrintedText = { pieces: [], open: false };
const anything: PrintedText = { pieces: [], open: true };

/** What the script itself has written into a file before; `undefined` for files that it has not made. */
export type MadeFiles = (name: Word) => PrintedText | undefined;

/** What a command of a script prints on its standard output; its words are in the order of the text. */
export function printedText(
  command: ShellCommand,
  script: Script,
  context: AnalysisContext,
  made: MadeFiles = () => undefined,
): PrintedText {
  const { program, words, node } = command;
  if (node.name === undefined || program === ':' || program === 'true') return nothing;
  switch (program) {
    case 'echo':
      return echoed(script, words);
    case 'printf':
      return formatted(script, words);
    case 'cat':
      return concatenated(command, script, made, context);
    case 'sed':
    case 'envsubst':
      return { ...concatenated(command, script, made, context), open: true };
    case 'tee':
      return concatenated({ ...command, words: [] }, script, made, context);
    default:
      return anything;
  }
}

/** What stands in the here-document of a command; `undefined` where it has none. */
export function givenText(command: ShellCommand, script: Script): readonly TextPiece[] | undefined {
  const document = command.node.redirects.findLast((one) => one.type === 'HereDoc');
  if (document?.type === 'HereDoc') return hereDocumentPieces(script, document);
  const line = command.node.redirects.findLast((one) => one.type === 'HereString');
  if (line?.type !== 'HereString' || line.target === undefined) return undefined;
  return [...wordPieces(script, line.target), characterPiece(script, line.target.end - 1, '\n')];
}

function echoed(script: Script, words: readonly Word[]): PrintedText {
  let from = 0;
  let options = '';
  for (let text = literalOf(words[from]); /^-[neE]+$/.test(text ?? ''); text = literalOf(words[from])) {
    options += text?.slice(1);
    from++;
  }
  const pieces: TextPiece[] = [];
  for (const [index, word] of words.slice(from).entries()) {
    if (index > 0) pieces.push(characterPiece(script, word.pos, ' '));
    pieces.push(
      ...(/e[^E]*$/.test(options) ? unescaped(wordPieces(script, word)) : wordPieces(script, word)),
    );
  }
  const end = words.at(-1)?.end;
  if (!options.includes('n') && end !== undefined) pieces.push(characterPiece(script, end - 1, '\n'));
  return { pieces, open: false };
}

/** Backslash sequences as `echo -e` and `printf` read them. */
function unescaped(pieces: readonly TextPiece[]): readonly TextPiece[] {
  return pieces.flatMap((piece) => {
    if (piece.as !== 'as-written') return [piece];
    const text = piece.source.shell.text.slice(piece.start, piece.end);
    if (!text.includes('\\')) return [piece];
    const result: TextPiece[] = [];
    let from = 0;
    for (const { 0: written, 1: letter = '', index } of text.matchAll(/\\([ntr\\"'])/g)) {
      result.push(verbatimPiece(piece.source, piece.start + from, piece.start + index));
      const character = { n: '\n', t: '\t', r: '\r' }[letter] ?? letter;
      result.push(characterPiece(piece.source, piece.start + index, character));
      from = index + written.length;
    }
    result.push(verbatimPiece(piece.source, piece.start + from, piece.end));
    return result.filter(({ start, end }) => end > start);
  });
}

/** `printf`: the format, once for each set of arguments; what a conversion changes is taken for a value. */
function formatted(script: Script, all: readonly Word[]): PrintedText {
  const [format, ...values] = literalOf(all[0]) === '--' ? all.slice(1) : all;
  if (format === undefined || /^-v/.test(literalOf(format) ?? '')) return nothing;
  const template = unescaped(wordPieces(script, format));
  const pieces: TextPiece[] = [];
  let next = 0;
  do {
    const before = next;
    for (const piece of template) {
      if (piece.as !== 'as-written') {
        pieces.push(piece);
        continue;
      }
      const text = piece.source.shell.text.slice(piece.start, piece.end);
      let from = 0;
      for (const { 0: written, 1: letter, index } of text.matchAll(
        /%(?:%|[-+ #0]*\d*(?:\.\d+)?([sbqdiuxXc]))/g,
      )) {
        pieces.push(verbatimPiece(piece.source, piece.start + from, piece.start + index));
        from = index + written.length;
        if (letter === undefined) {
          pieces.push(characterPiece(piece.source, piece.start + index, '%'));
          continue;
        }
        const value = values[next++];
        if (value === undefined) continue;
        if (written === '%s') pieces.push(...wordPieces(script, value));
        else if (written === '%b') pieces.push(...unescaped(wordPieces(script, value)));
        else if (value.end - value.pos > 1) pieces.push(filledPiece(script, value.pos, value.end));
        else pieces.push(...wordPieces(script, value));
      }
      pieces.push(verbatimPiece(piece.source, piece.start + from, piece.end));
    }
    if (next === before) break;
  } while (next < values.length);
  return { pieces: pieces.filter(({ start, end }) => end > start), open: false };
}

/** `cat` and what works like it: files of the repository, and the here-document where no file or `-` is named. */
function concatenated(
  command: ShellCommand,
  script: Script,
  made: MadeFiles,
  context: AnalysisContext,
): PrintedText {
  const given = givenText(command, script);
  const names = filesRead(command);
  if (names.length === 0) return given === undefined ? anything : { pieces: given, open: false };
  const pieces: TextPiece[] = [];
  let open = false;
  for (const word of names) {
    if (literalOf(word) === '-') {
      pieces.push(...(given ?? []));
      open ||= given === undefined;
      continue;
    }
    const own = made(word);
    if (own !== undefined) {
      pieces.push(...own.pieces);
      open ||= own.open;
      continue;
    }
    const file = repositoryScript(word.text.replaceAll(/["']/g, ''), script, context);
    if (file === undefined) open = true;
    else pieces.push(verbatimPiece(file, 0, file.text.text.length));
  }
  return { pieces, open };
}

/** The files among the words of `cat`, or of `sed` behind its program. */
export function filesRead({ program, words, node }: ShellCommand): readonly Word[] {
  const input = node.redirects.find((one) => one.type === 'Redirect' && one.operator === '<');
  const own = input?.type === 'Redirect' && input.target !== undefined ? [input.target] : [];
  if (program === 'envsubst') return own;
  const isOption = (word: Word) => /^-./.test(word.text);
  if (program !== 'sed') return [...words.filter((word) => !isOption(word)), ...own];
  const explicit = words.some((word) => /^(-e|-f|--expression|--file)/.test(word.text));
  const rest = words.filter(
    (word, index) => !isOption(word) && !(explicit && /^-[ef]$/.test(words[index - 1]?.text ?? '')),
  );
  return [...(explicit ? rest : rest.slice(1)), ...own];
}
