import type { LineIndex } from '../../source/line-index.ts';
import type { DocumentRange } from '../document/report-document.ts';
import { cells, cellsOf, visibleCharacter } from './terminal-text.ts';

/** A line of source made ready to be shown, with the mark that goes under it. */
export interface Frame {
  /** Counted from 1. */
  readonly line: number;
  /** The line as it is shown: tabs expanded, controls visible, cut to the width around the mark. */
  readonly text: string;
  /** Blanks, then as many marks as the marked characters take cells; `...` follows when the range goes on. */
  readonly blanks: number;
  readonly marks: number;
  /** The line on which the range ends, when that is another one. */
  readonly until?: number | undefined;
}

/** Cells between two tab stops. */
const tabStop = 4;

/**
 * The frame of a range: its first line, with the exact characters marked. A range without characters marks the place
 * between two of them with one mark.
 *
 * @param width the most cells that the line may take
 */
export function codeFrame(lines: LineIndex, range: DocumentRange, width = 110): Frame {
  const line = Math.min(range.start.line, lines.count);
  const text = lines.lineText(line);
  const from = Math.min(range.start.column - 1, text.length);
  const to = range.end.line === range.start.line ? Math.min(range.end.column - 1, text.length) : text.length;
  const shown = expand(text, from, Math.max(from, to));
  const marks = Math.max(1, shown.after - shown.before);
  const cut = window(shown.text, shown.before, marks, width);
  return {
    line,
    text: cut.text,
    blanks: cut.before,
    marks: cut.marks,
    until: range.end.line > range.start.line && range.end.column > 1 ? range.end.line : undefined,
  };
}

/** The visible form of a line, and the cells before and behind the characters `from` to `to`. */
function expand(
  text: string,
  from: number,
  to: number,
): { readonly text: string; readonly before: number; readonly after: number } {
  let shown = '';
  let width = 0;
  let before: number | undefined;
  let after: number | undefined;
  let offset = 0;
  for (const character of text) {
    if (before === undefined && offset >= from) before = width;
    if (after === undefined && offset >= to) after = width;
    const piece = character === '\t' ? ' '.repeat(tabStop - (width % tabStop)) : visibleCharacter(character);
    shown += piece;
    width += cells(piece);
    offset += character.length;
  }
  return { text: shown, before: before ?? width, after: after ?? width };
}

/** Cuts a line that is too wide, keeping what is marked in sight. */
function window(
  text: string,
  before: number,
  marks: number,
  width: number,
): { readonly text: string; readonly before: number; readonly marks: number } {
  if (cells(text) <= width) return { text: text.trimEnd(), before, marks };
  const skip = before + marks <= width - 2 ? 0 : Math.max(0, before - Math.floor(width / 3));
  let cell = 0;
  let left = 0;
  let shown = '';
  let taken = 0;
  let ended = true;
  for (const character of text) {
    const size = cellsOf(character);
    if (cell < skip) left = cell + size;
    else if (taken + size <= width - 2) {
      shown += character;
      taken += size;
    } else {
      ended = false;
      break;
    }
    cell += size;
  }
  const lead = skip > 0 ? '…' : '';
  const start = before - left + (skip > 0 ? 1 : 0);
  return {
    text: `${lead}${shown}${ended ? '' : '…'}`,
    before: start,
    marks: Math.max(1, Math.min(marks, taken + lead.length - start)),
  };
}
