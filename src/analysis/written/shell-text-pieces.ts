import { type Script, stretchAt } from '../../model/script.ts';
import type { HereDoc, Word, WordPart } from '../../syntax/bash/tree.ts';
import { characterPiece, filledPiece, type TextPiece, verbatimPiece } from './text-pieces.ts';

/** A part of a word that the shell replaces, by offset into the script's text. */
export interface Expansion {
  readonly pos: number;
  readonly end: number;
}

/** The text of a here-document, as the command reads it that it belongs to. */
export function hereDocumentPieces(script: Script, document: HereDoc): readonly TextPiece[] {
  const { body, operator, delimiter } = document;
  const reader = new PieceReader(script, delimiter?.quoted === true ? [] : expansionsIn(body.parts ?? []));
  if (delimiter?.quoted === true) reader.verbatim(body.pos, body.end);
  else reader.escaped(body.pos, body.end, '$`\\\n');
  return operator === '<<-' ? withoutLeadingTabs(reader.pieces) : reader.pieces;
}

/** The text of a word without its quotes, as a program gets it; patterns and braces are left as they are. */
export function wordPieces(script: Script, word: Word): readonly TextPiece[] {
  const expansions = expansionsIn(word.parts ?? []);
  const byStart = new Map(expansions.map((one) => [one.pos, one]));
  const reader = new PieceReader(script, expansions);
  const text = script.shell.text;
  let at = word.pos;
  while (at < word.end) {
    const expansion = byStart.get(at);
    const next = text[at] ?? '';
    if (expansion !== undefined) {
      reader.escaped(at, expansion.end, '');
      at = expansion.end;
    } else if (next === "'" || (next === '$' && text[at + 1] === "'")) {
      const open = next === '$' ? at + 2 : at + 1;
      const close = next === '$' ? closingQuote(text, open, word.end) : text.indexOf("'", open);
      const end = close === -1 ? word.end : Math.min(close, word.end);
      if (next === '$') reader.ansi(open, end);
      else reader.verbatim(open, end);
      at = end + 1;
    } else if (next === '"') {
      const end = closingDoubleQuote(text, at + 1, word.end, expansions);
      reader.escaped(at + 1, end, '$`"\\\n');
      at = end + 1;
    } else if (next === '\\') {
      reader.verbatim(at + 1, Math.min(at + 2, word.end));
      at += 2;
    } else {
      reader.verbatim(at, at + 1);
      at++;
    }
  }
  return joinedRuns(reader.pieces);
}

/** The expansions of a word or a here-document, in the order of the text; what stands in them belongs to them. */
function expansionsIn(parts: readonly WordPart[]): readonly Expansion[] {
  return parts.flatMap((part): readonly Expansion[] => {
    switch (part.type) {
      case 'SimpleExpansion':
      case 'ParameterExpansion':
      case 'CommandExpansion':
      case 'ArithmeticExpansion':
      case 'ProcessSubstitution':
        return [part];
      default:
        return 'parts' in part && part.parts !== undefined ? expansionsIn(part.parts) : [];
    }
  });
}

/** Gathers pieces of one script. */
class PieceReader {
  readonly pieces: TextPiece[] = [];
  readonly #script: Script;
  readonly #expansions: readonly Expansion[];
  #next = 0;

  constructor(script: Script, expansions: readonly Expansion[]) {
    this.#script = script;
    this.#expansions = expansions;
  }

  verbatim(start: number, end: number): void {
    if (end > start) this.pieces.push(verbatimPiece(this.#script, start, end));
  }

  /** Text in which a backslash takes the meaning of these characters away, and in which expansions are carried out. */
  escaped(start: number, end: number, escapes: string): void {
    const { text } = this.#script.shell;
    let from = start;
    let at = start;
    while (at < end) {
      const expansion = this.#expansionAt(at);
      if (expansion !== undefined) {
        this.verbatim(from, at);
        this.#expansion(expansion);
        at = Math.max(expansion.end, at + 1);
        from = at;
      } else if (text[at] === '\\' && at + 1 < end && escapes.includes(text[at + 1] ?? ' ')) {
        this.verbatim(from, at);
        // A line that is continued becomes one line.
        from = text[at + 1] === '\n' ? at + 2 : at + 1;
        at += 2;
      } else at++;
    }
    this.verbatim(from, end);
  }

  /** The inside of `$'…'`. */
  ansi(start: number, end: number): void {
    const { text } = this.#script.shell;
    let from = start;
    for (let at = start; at < end; at++) {
      if (text[at] !== '\\') continue;
      this.verbatim(from, at);
      const next = text[at + 1] ?? '';
      const character = { n: '\n', t: '\t', r: '\r' }[next];
      if (character !== undefined) this.pieces.push(characterPiece(this.#script, at, character));
      at++;
      from = character === undefined ? at : at + 1;
    }
    this.verbatim(from, end);
  }

  #expansionAt(offset: number): Expansion | undefined {
    while ((this.#expansions[this.#next]?.pos ?? Number.POSITIVE_INFINITY) < offset) this.#next++;
    const next = this.#expansions[this.#next];
    return next?.pos === offset ? next : undefined;
  }

  /** What the platform has put in stays as it is: the shell sees its value, not an expansion. */
  #expansion({ pos, end }: Expansion): void {
    const { holes, filled = [] } = this.#script;
    const pasted = stretchAt(holes, pos) ?? stretchAt(filled, pos);
    if (pasted?.end === end) this.verbatim(pos, end);
    else this.pieces.push(filledPiece(this.#script, pos, end));
  }
}

function closingQuote(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === "'") return at;
  }
  return -1;
}

function closingDoubleQuote(
  text: string,
  from: number,
  end: number,
  expansions: readonly Expansion[],
): number {
  const inside = new Map(expansions.map((one) => [one.pos, one.end]));
  for (let at = from; at < end; ) {
    const after = inside.get(at);
    if (after !== undefined) at = after;
    else if (text[at] === '\\') at += 2;
    else if (text[at] === '"') return at;
    else at++;
  }
  return end;
}

/** Neighbouring characters of one script as one piece. */
function joinedRuns(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const joined: TextPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.as === 'as-written' && piece.as === 'as-written' && last.end === piece.start) {
      joined[joined.length - 1] = { ...last, end: piece.end };
    } else joined.push(piece);
  }
  return joined;
}

/** `<<-` takes the tabs away that lines begin with. */
function withoutLeadingTabs(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const result: TextPiece[] = [];
  let atStart = true;
  for (const piece of pieces) {
    if (piece.as !== 'as-written') {
      result.push(piece);
      atStart = false;
      continue;
    }
    const text = piece.source.shell.text.slice(piece.start, piece.end);
    for (const { 0: line, index } of text.matchAll(/[^\n]*\n|[^\n]+$/g)) {
      const tabs: number = atStart ? line.length - line.replace(/^\t+/, '').length : 0;
      if (line.length > tabs) {
        result.push(
          verbatimPiece(piece.source, piece.start + index + tabs, piece.start + index + line.length),
        );
      }
      atStart = line.endsWith('\n') || (atStart && line.length === tabs);
    }
  }
  return joinedRuns(result);
}
