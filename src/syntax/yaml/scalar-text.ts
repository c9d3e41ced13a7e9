import { type MappedText, verbatim } from '../../source/mapped-text.ts';
import { type SegmentBuilder, segmentBuilder } from '../../source/segment-builder.ts';
import type { FilePath } from '../../source/span.ts';

/** A plain scalar as it stands in the file. */
export function plainText(file: FilePath, source: string, offset: number): MappedText {
  if (!source.includes('\n')) return verbatim(file, source, offset);
  const builder = segmentBuilder();
  unfold(builder, source, offset, (text, at) => builder.verbatim(text, at));
  return builder.build(file, offset);
}

/** The inside of a single-quoted scalar; `source` and `offset` are those of the inside. */
export function singleQuotedText(file: FilePath, source: string, offset: number): MappedText {
  if (!source.includes('\n') && !source.includes("'")) return verbatim(file, source, offset);
  const builder = segmentBuilder();
  unfold(builder, source, offset, (text, at) => {
    let from = 0;
    for (let quote = text.indexOf("''"); quote !== -1; quote = text.indexOf("''", from)) {
      builder.verbatim(text.slice(from, quote), at + from);
      builder.replaced("'", at + quote, 2);
      from = quote + 2;
    }
    builder.verbatim(text.slice(from), at + from);
  });
  return builder.build(file, offset);
}

/** The inside of a double-quoted scalar; `source` and `offset` are those of the inside. */
export function doubleQuotedText(file: FilePath, source: string, offset: number): MappedText {
  if (!source.includes('\n') && !source.includes('\\')) return verbatim(file, source, offset);
  const builder = segmentBuilder();
  let from = 0;
  let index = 0;
  const flush = (end: number): void => builder.verbatim(source.slice(from, end), offset + from);
  while (index < source.length) {
    const character = source[index];
    if (character === '\n') {
      let end = index;
      while (end > from && isBlank(source[end - 1])) end--;
      flush(end);
      const next = skipBreaks(source, index);
      builder.replaced(foldOf(next.breaks), offset + end, next.index - end);
      index = from = next.index;
    } else if (character === '\\') {
      flush(index);
      const decoded = readEscape(source, index);
      builder.replaced(decoded.text, offset + index, decoded.end - index);
      index = from = decoded.end;
    } else index++;
  }
  flush(source.length);
  return builder.build(file, offset);
}

/** How a block scalar is written: `indent` is the number of blanks that every line loses, 0 when not given. */
export interface BlockHeader {
  readonly style: 'literal' | 'folded';
  readonly indent: number;
  readonly chomp: 'clip' | 'strip' | 'keep';
}

/** Reads the indicators of a block scalar, such as `|`, `>2-`. */
export function blockHeader(indicators: string): BlockHeader {
  const digit = indicators.length > 1 ? /[1-9]/.exec(indicators) : null;
  return {
    style: indicators.startsWith('>') ? 'folded' : 'literal',
    indent: digit ? Number(digit[0]) : 0,
    chomp: indicators.includes('-') ? 'strip' : indicators.includes('+') ? 'keep' : 'clip',
  };
}

interface Line {
  /** Offset of the first character after the blanks, in the source. */
  readonly content: number;
  readonly indent: number;
  readonly text: string;
  /** Offset of the line break, and of what follows it. */
  readonly end: number;
  readonly next: number;
}

/**
 * The text of a block scalar.
 *
 * @param source everything after the header's line
 * @param offset where that begins in the file
 * @param parentIndent the indentation to which a given indicator is added
 */
export function blockText(
  file: FilePath,
  source: string,
  offset: number,
  header: BlockHeader,
  parentIndent: number,
): MappedText {
  const lines = linesOf(source);
  let contentEnd = lines.length;
  while (contentEnd > 0 && lines[contentEnd - 1]?.text === '') contentEnd--;
  const builder = segmentBuilder();
  if (contentEnd === 0) {
    if (header.chomp === 'keep' && source !== '') {
      for (const line of lines.slice(0, Math.max(lines.length - 1, 1))) lineBreak(builder, line, offset);
    }
    return builder.build(file, offset);
  }
  let trim = parentIndent + header.indent;
  const first = lines.findIndex((line) => line.text !== '');
  if (header.indent === 0) trim = lines[first]?.indent ?? 0;
  contentEnd = Math.max(contentEnd, lines.findLastIndex((line) => line.indent > trim) + 1);
  for (const line of lines.slice(0, first)) {
    blanks(builder, source, line, trim, offset);
    lineBreak(builder, line, offset);
  }
  const body = lines.slice(first, contentEnd);
  if (header.style === 'literal') literal(builder, source, body, trim, offset);
  else folded(builder, source, body, trim, offset);
  const last = body.at(-1);
  if (last !== undefined && header.chomp !== 'strip') lineBreak(builder, last, offset);
  if (header.chomp === 'keep') {
    const rest = lines.slice(contentEnd);
    rest.forEach((line, index) => {
      blanks(builder, source, line, trim, offset);
      if (index < rest.length - 1) lineBreak(builder, line, offset);
    });
  }
  return builder.build(file, offset);
}

function literal(
  builder: SegmentBuilder,
  source: string,
  body: readonly Line[],
  trim: number,
  offset: number,
): void {
  body.forEach((line, index) => {
    blanks(builder, source, line, trim, offset);
    const simple = index < body.length - 1 && line.next === line.end + 1;
    builder.verbatim(simple ? `${line.text}\n` : line.text, offset + line.content);
    if (!simple && index < body.length - 1) lineBreak(builder, line, offset);
  });
}

function folded(
  builder: SegmentBuilder,
  source: string,
  body: readonly Line[],
  trim: number,
  offset: number,
): void {
  let gap = '';
  let separator = '';
  let wasMoreIndented = false;
  let written = body[0]?.content ?? 0;
  for (const line of body) {
    const moreIndented = line.indent > trim || line.text.startsWith('\t');
    if (line.text === '' && !moreIndented) {
      if (separator === '\n') gap += '\n';
      else separator = '\n';
      continue;
    }
    if (moreIndented) {
      if (separator === ' ') separator = '\n';
      else if (!wasMoreIndented && separator === '\n') separator = '\n\n';
    }
    gap += separator;
    const start = line.content - Math.max(line.indent - trim, 0);
    if (gap !== '') builder.replaced(gap, offset + written, start - written);
    builder.verbatim(source.slice(start, line.end), offset + start);
    written = line.end;
    gap = '';
    separator = moreIndented ? '\n' : ' ';
    wasMoreIndented = moreIndented;
  }
  if (gap !== '') builder.replaced(gap, offset + written, 0);
}

/** The blanks of a line beyond the indentation, which belong to the text. */
function blanks(builder: SegmentBuilder, source: string, line: Line, trim: number, offset: number): void {
  if (line.indent <= trim) return;
  const start = line.content - (line.indent - trim);
  builder.verbatim(source.slice(start, line.content), offset + start);
}

function lineBreak(builder: SegmentBuilder, line: Line, offset: number): void {
  builder.replaced('\n', offset + line.end, line.next - line.end);
}

function linesOf(source: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (true) {
    const feed = source.indexOf('\n', start);
    const next = feed === -1 ? source.length : feed + 1;
    const end = feed === -1 ? source.length : feed > start && source[feed - 1] === '\r' ? feed - 1 : feed;
    let content = start;
    while (content < end && source[content] === ' ') content++;
    lines.push({ content, indent: content - start, text: source.slice(content, end), end, next });
    if (feed === -1) return lines;
    start = next;
  }
}

/** Folds the lines of a plain or single-quoted scalar and hands over the text of each line with its place. */
function unfold(
  builder: SegmentBuilder,
  source: string,
  offset: number,
  add: (text: string, at: number) => void,
): void {
  let start = 0;
  while (true) {
    const feed = source.indexOf('\n', start);
    if (feed === -1) {
      add(source.slice(start), offset + start);
      return;
    }
    let end = feed > start && source[feed - 1] === '\r' ? feed - 1 : feed;
    while (end > start && isBlank(source[end - 1])) end--;
    add(source.slice(start, end), offset + start);
    const next = skipBreaks(source, feed);
    builder.replaced(foldOf(next.breaks), offset + end, next.index - end);
    start = next.index;
  }
}

/** From a line break, over all that is blank, to the first character of the next line that is not. */
function skipBreaks(source: string, from: number): { readonly index: number; readonly breaks: number } {
  let breaks = 0;
  let index = from;
  while (index < source.length) {
    if (source[index] === '\n') breaks++;
    else if (source[index] === '\r' ? source[index + 1] !== '\n' : !isBlank(source[index])) break;
    index++;
  }
  return { index, breaks };
}

function foldOf(breaks: number): string {
  return breaks <= 1 ? ' ' : '\n'.repeat(breaks - 1);
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\r';
}

/** What an escape stands for, and where it ends; an unknown one stands for itself, and is reported elsewhere. */
function readEscape(source: string, at: number): { readonly text: string; readonly end: number } {
  const letter = source[at + 1];
  const simple = letter === undefined ? undefined : simpleEscapes[letter];
  if (simple !== undefined) return { text: simple, end: at + 2 };
  if (letter === '\n' || (letter === '\r' && source[at + 2] === '\n')) {
    let end = at + (letter === '\n' ? 2 : 3);
    while (source[end] === ' ' || source[end] === '\t') end++;
    return { text: '', end };
  }
  const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const code = source.slice(at + 2, at + 2 + digits);
  if (digits > 0 && code.length === digits && /^[0-9a-fA-F]+$/.test(code)) {
    const point = Number.parseInt(code, 16);
    if (point <= 0x10ffff) return { text: String.fromCodePoint(point), end: at + 2 + digits };
  }
  const end = Math.min(at + 2, source.length);
  return { text: source.slice(at, end), end };
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};
