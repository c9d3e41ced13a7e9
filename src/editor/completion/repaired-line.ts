import type { FilePath, Span } from '../../source/span.ts';
import { lineAt } from '../typing/text-change.ts';

/** A text in which the word at the caret is a sound one, so that the rest can be read. */
export interface RepairedLine {
  readonly text: string;
  /** Where the word begins in that text. */
  readonly offset: number;
  readonly on: 'key' | 'value';
  /** The word as it is, in the text before. */
  readonly word: Span;
  /** Whether a colon stands behind the word already. */
  readonly hasColon: boolean;
}

/** A word that nobody writes. */
export const placeholder = 'pw-check-caret';

/**
 * Puts a placeholder where the word at the caret is, as a key where one may be written. `undefined` where no word of the
 * language can be: in a comment, behind a whole value.
 */
export function repairedLine(path: FilePath, text: string, caret: number): RepairedLine | undefined {
  const line = lineAt(path, text, caret);
  const before = text.slice(line.start, caret);
  const after = text.slice(caret, line.end);
  const rest = /^[\w$./@-]*/.exec(after)?.[0] ?? '';
  const behind = after.slice(rest.length);
  const put = (start: number, on: 'key' | 'value', end: string): RepairedLine => ({
    text: text.slice(0, start) + placeholder + end + text.slice(line.end),
    offset: start,
    on,
    word: { file: path, start, end: caret + rest.length },
    hasColon: /^\s*:/.test(behind),
  });
  const key = /^(?:\uFEFF)?\s*(?:- +)*([\w$-]*)$/.exec(before);
  if (key !== null) {
    if (!/^\s*(?::.*|#.*)?$/.test(behind)) return undefined;
    return put(caret - (key[1] ?? '').length, 'key', ':');
  }
  const value = /^\s*(?:- +)*["']?[\w$.-]+["']?:\s+(?:["']|\[(?:[^\]#]*,)?\s*)?([\w$./@-]*)$/.exec(before);
  if (value === null) return undefined;
  return put(caret - (value[1] ?? '').length, 'value', closing(before));
}

/** What closes the list or the quotes that are open before the caret. */
function closing(before: string): string {
  const opened = /:\s+(["'[])[^:]*$/.exec(before)?.[1];
  return opened === undefined ? '' : opened === '[' ? ']' : opened;
}
