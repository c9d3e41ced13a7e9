import type { SourceFile } from './source-file.ts';
import type { FilePath, Span } from './span.ts';

/**
 * Text that remembers where each of its characters was written.
 *
 * A file is one (identity); a block scalar is one (its characters lie scattered over the file); an expression cut
 * out of that block is one. Every parser takes a `MappedText` and asks it for spans.
 */
export interface MappedText {
  readonly text: string;
  readonly file: FilePath;
  /** The span in the file of `text.slice(start, end)`; an empty range gives an empty span at its place. */
  spanOf(start: number, end: number): Span;
  /** The part from `start` to `end`, with the same origins. */
  slice(start: number, end: number): MappedText;
}

/**
 * A run of characters with one origin. `length` characters of text stand at `source` in the file and take
 * `sourceLength` characters there; when both lengths are equal the run is verbatim, otherwise it is an escape, a
 * folded line break or the like and only its two ends are known.
 */
export interface Segment {
  readonly start: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
}

/** A whole file as mapped text. */
export function mappedFile(file: SourceFile): MappedText {
  return verbatim(file.path, file.text, 0);
}

/** Text that stands in the file character by character from offset `source`. */
export function verbatim(file: FilePath, text: string, source: number): MappedText {
  return new VerbatimText(file, text, source);
}

/** Text that stands in the file character by character. */
class VerbatimText implements MappedText {
  readonly file: FilePath;
  readonly text: string;
  private readonly source: number;

  constructor(file: FilePath, text: string, source: number) {
    this.file = file;
    this.text = text;
    this.source = source;
  }

  spanOf(start: number, end: number): Span {
    return { file: this.file, start: this.source + start, end: this.source + Math.max(start, end) };
  }

  slice(start: number, end: number): MappedText {
    return new VerbatimText(this.file, this.text.slice(start, end), this.source + start);
  }
}

/** Other characters in the same places: `text` must be as long as the text that it stands for. */
export function withText(origin: MappedText, text: string): MappedText {
  if (text.length !== origin.text.length)
    throw new RangeError('a text in the same places has the same length');
  return {
    text,
    file: origin.file,
    spanOf: (start, end) => origin.spanOf(start, end),
    slice: (start, end) => withText(origin.slice(start, end), text.slice(start, end)),
  };
}

/**
 * Text put together from segments, which must be in order, cover the text and not overlap in it.
 *
 * @param origin where an empty text stands in the file
 */
export function segmented(
  file: FilePath,
  text: string,
  segments: readonly Segment[],
  origin: number,
): MappedText {
  return view(file, text, segments, origin, 0, text.length);
}

function view(
  file: FilePath,
  whole: string,
  segments: readonly Segment[],
  origin: number,
  from: number,
  to: number,
): MappedText {
  const first = segments[0];
  if (segments.length === 1 && first && first.length === first.sourceLength) {
    return verbatim(file, whole.slice(from, to), first.source + from - first.start);
  }
  return {
    text: whole.slice(from, to),
    file,
    spanOf(start, end) {
      const begin = originOf(segments, from + start, origin);
      if (end <= start) return { file, start: begin, end: begin };
      return { file, start: begin, end: Math.max(begin, originAfter(segments, from + end - 1, origin)) };
    },
    slice: (start, end) => view(file, whole, segments, origin, from + start, Math.min(from + end, to)),
  };
}

/** Where the character at `offset` begins in the file. */
function originOf(segments: readonly Segment[], offset: number, origin: number): number {
  const segment = segmentAt(segments, offset);
  if (segment === undefined) return origin;
  if (offset >= segment.start + segment.length) return segment.source + segment.sourceLength;
  return segment.length === segment.sourceLength ? segment.source + offset - segment.start : segment.source;
}

/** Where the character at `offset` ends in the file. */
function originAfter(segments: readonly Segment[], offset: number, origin: number): number {
  const segment = segmentAt(segments, offset);
  if (segment === undefined) return origin;
  return segment.length === segment.sourceLength
    ? segment.source + offset - segment.start + 1
    : segment.source + segment.sourceLength;
}

/** The last segment that begins at or before `offset`. */
function segmentAt(segments: readonly Segment[], offset: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return segments[low];
}
