/** A place as people count it: both from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into lines and columns. */
export interface LineIndex {
  /** The whole text. */
  readonly text: string;
  /** The place of an offset; offsets outside the text are clamped to it. */
  placeOf(offset: number): Place;
  /** The offset of the first character of a line counted from 1. */
  startOf(line: number): number;
  /** The text of a line counted from 1, without its line break. */
  lineText(line: number): string;
  /** How many lines there are; at least 1. */
  readonly count: number;
}

/**
 * Indexes the lines of a text. LF, CRLF and a lone CR end a line; a byte order mark has no column of its own,
 * because editors do not show one.
 */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const startOf = (line: number): number => {
    const start = starts[Math.min(Math.max(line, 1), starts.length) - 1] ?? 0;
    return line <= 1 ? mark : start;
  };
  return {
    text,
    count: starts.length,
    startOf,
    placeOf(offset) {
      const at = Math.min(Math.max(offset, 0), text.length);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      const start = startOf(low + 1);
      return { line: low + 1, column: Math.max(at - start, 0) + 1 };
    },
    lineText(line) {
      const start = startOf(line);
      const next = starts[line] ?? text.length;
      return text.slice(start, next).replace(/[\r\n]+$/, '');
    },
  };
}
