import { type MappedText, type Segment, segmented } from './mapped-text.ts';
import type { FilePath } from './span.ts';

/** Collects text piece by piece with the origin of each piece; pieces come in the order of the text. */
export interface SegmentBuilder {
  /** Adds text that stands in the file character by character from `source`. */
  verbatim(text: string, source: number): void;
  /** Adds text that is written otherwise: as an escape, a folded line break, or not at all. */
  replaced(text: string, source: number, sourceLength: number): void;
  /** The text so far, standing at `origin` when it is empty. */
  build(file: FilePath, origin: number): MappedText;
}

/** A builder with nothing in it. */
export function segmentBuilder(): SegmentBuilder {
  const segments: Segment[] = [];
  const parts: string[] = [];
  let length = 0;
  const push = (text: string, source: number, sourceLength: number): void => {
    if (text === '') return;
    segments.push({ start: length, length: text.length, source, sourceLength });
    parts.push(text);
    length += text.length;
  };
  return {
    verbatim: (text, source) => push(text, source, text.length),
    replaced(text, source, sourceLength) {
      if (text.length === sourceLength && text.length > 1) {
        // Equal lengths would read as verbatim; only the two ends are known here.
        push(text.slice(0, 1), source, sourceLength - 1);
        push(text.slice(1), source + sourceLength - 1, 1);
      } else push(text, source, sourceLength);
    },
    build: (file, origin) => segmented(file, parts.join(''), segments, origin),
  };
}
