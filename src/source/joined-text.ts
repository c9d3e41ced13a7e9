import { type MappedText, verbatim } from './mapped-text.ts';
import type { FilePath, Span } from './span.ts';

/** A piece of a text that is put together, and where it begins in it. */
interface Placed {
  readonly start: number;
  readonly piece: MappedText;
}

/**
 * Texts one after the other, each with its own origin: pieces of several places, of several files too. A range that
 * reaches over pieces of several files has its place in the first.
 *
 * @param file where an empty text stands
 */
export function joinedText(pieces: readonly MappedText[], file: FilePath): MappedText {
  const placed: Placed[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (piece.text === '') continue;
    placed.push({ start: length, piece });
    length += piece.text.length;
  }
  const [only] = placed;
  if (only === undefined) return pieces[0] ?? verbatim(file, '', 0);
  if (placed.length === 1) return only.piece;
  const text = placed.map(({ piece }) => piece.text).join('');
  return {
    text,
    file: only.piece.file,
    spanOf: (start, end) => spanOf(placed, start, end),
    slice(start, end) {
      const last = Math.min(end, text.length);
      const parts: MappedText[] = [];
      for (let index = indexAt(placed, start); index < placed.length; index++) {
        const one = placed[index];
        if (one === undefined || one.start >= last) break;
        parts.push(one.piece.slice(Math.max(0, start - one.start), last - one.start));
      }
      const empty = placed[indexAt(placed, start)];
      return parts.length === 0 && empty !== undefined
        ? empty.piece.slice(start - empty.start, start - empty.start)
        : joinedText(parts, only.piece.file);
    },
  };
}

function spanOf(placed: readonly Placed[], start: number, end: number): Span {
  const first = placed[indexAt(placed, start)];
  if (first === undefined) throw new RangeError('a joined text has pieces');
  const inFirst = Math.min(end - first.start, first.piece.text.length);
  const begin = first.piece.spanOf(start - first.start, inFirst);
  if (end <= first.start + first.piece.text.length) return begin;
  const last = placed[indexAt(placed, end - 1)];
  if (last === undefined || last.piece.file !== first.piece.file) return begin;
  const finish = last.piece.spanOf(end - 1 - last.start, end - last.start);
  return finish.end < begin.start ? begin : { file: begin.file, start: begin.start, end: finish.end };
}

/** The index of the last piece that begins at or before `offset`. */
function indexAt(placed: readonly Placed[], offset: number): number {
  let low = 0;
  let high = placed.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((placed[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
