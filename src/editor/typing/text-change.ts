import type { Edit, Finding, Fix, Label } from '../../diagnostics/finding.ts';
import type { FilePath, Span } from '../../source/span.ts';

/** One stretch of a text that became another: all that differs between two versions of a file. */
export interface TextChange {
  readonly file: FilePath;
  /** Where it begins, the same in both versions. */
  readonly start: number;
  readonly removed: string;
  readonly inserted: string;
}

/** The smallest change that makes one text out of another; `undefined` when they are equal. */
export function changeBetween(file: FilePath, before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return {
    file,
    start,
    removed: before.slice(start, before.length - tail),
    inserted: after.slice(start, after.length - tail),
  };
}

/**
 * Where an offset of the text before a change is after it; `undefined` inside what was removed. What is inserted at the
 * offset goes before it, unless it is the end of something: `end` stays.
 */
export function offsetAfter(change: TextChange, offset: number, side: 'start' | 'end'): number | undefined {
  const { start, removed, inserted } = change;
  const end = start + removed.length;
  if (offset < start || (offset === start && side === 'end')) return offset;
  if (offset >= end) return offset + inserted.length - removed.length;
  return offset === start ? offset : undefined;
}

/** Where an offset of the text after a change was before it; inside what was inserted, where that begins. */
export function offsetBefore({ start, removed, inserted }: TextChange, offset: number): number {
  if (offset <= start) return offset;
  if (offset >= start + inserted.length) return offset - inserted.length + removed.length;
  return start;
}

/** A span after a change: one around it grows or shrinks with it, one that the change cuts or removes is `undefined`. */
export function spanAfter(change: TextChange, span: Span): Span | undefined {
  if (span.file !== change.file) return span;
  const { removed, inserted } = change;
  const end = change.start + removed.length;
  const isAround =
    removed === ''
      ? span.start < change.start && end < span.end
      : span.start <= change.start && end <= span.end;
  const after = isAround
    ? { start: span.start, end: span.end + inserted.length - removed.length }
    : {
        start: offsetAfter(change, span.start, 'start'),
        end: offsetAfter(change, span.end, span.start === span.end ? 'start' : 'end'),
      };
  if (after.start === undefined || after.end === undefined || after.end < after.start) return undefined;
  if (after.start === after.end && span.start < span.end) return undefined;
  return { file: span.file, start: after.start, end: after.end };
}

/** A finding after a change, with what of its related places and of its repair is left; `undefined` when it is cut. */
export function findingAfter<Found extends Finding>(change: TextChange, finding: Found): Found | undefined {
  const at = spanAfter(change, finding.at);
  if (at === undefined) return undefined;
  const related = finding.related?.flatMap((label): readonly Label[] => {
    const span = spanAfter(change, label.span);
    return span === undefined ? [] : [{ ...label, span }];
  });
  return { ...finding, at, related, fix: finding.fix && fixAfter(change, finding.fix) };
}

function fixAfter(change: TextChange, fix: Fix): Fix | undefined {
  const edits = fix.edits.flatMap((edit): readonly Edit[] => {
    const span = spanAfter(change, edit.span);
    return span === undefined ? [] : [{ ...edit, span }];
  });
  const [first, ...others] = edits;
  return first === undefined || edits.length < fix.edits.length
    ? undefined
    : { ...fix, edits: [first, ...others] };
}

/** Whether a change is one that typing makes: within a line, or a new line with nothing on it yet. */
export function isTyped({ removed, inserted }: TextChange): boolean {
  return !/[\r\n]/.test(removed.trim()) && !/[\r\n]/.test(inserted.trim());
}

/** The line of a text in which an offset lies, without its line break. */
export function lineAt(file: FilePath, text: string, offset: number): Span {
  const before = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
  const rest = text.slice(offset).search(/[\r\n]/);
  return { file, start: before + 1, end: rest === -1 ? text.length : offset + rest };
}

/** Whether a change happens in one line, given as it was before, and makes no others. */
export function staysOnLine({ file, start, removed, inserted }: TextChange, line: Span): boolean {
  const isThere = file === line.file && start >= line.start && start <= line.end;
  return isThere && !/[\r\n]/.test(removed) && !/[\r\n]/.test(inserted);
}
