import fc from 'fast-check';
import {
  changeBetween,
  isTyped,
  lineAt,
  offsetBefore,
  spanAfter,
  staysOnLine,
} from '../../../src/editor/typing/text-change.ts';
import { filePath } from '../../../src/source/span.ts';

const file = filePath('a.yaml');

test('a change is the smallest stretch that differs', () => {
  expect(changeBetween(file, 'one two three', 'one 2 three')).toEqual({
    file,
    start: 4,
    removed: 'two',
    inserted: '2',
  });
  expect(changeBetween(file, 'aa', 'aaa')).toEqual({ file, start: 2, removed: '', inserted: 'a' });
  expect(changeBetween(file, 'same', 'same')).toBeUndefined();
});

test('what is outside of a change keeps its text, and leads back to where it was', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n', ' ', '\u{1F600}'), maxLength: 12 });
  fc.assert(
    fc.property(texts, texts, fc.nat(12), fc.nat(12), (before, after, one, two) => {
      const change = changeBetween(file, before, after);
      if (change === undefined) return;
      expect(
        before.slice(0, change.start) + change.inserted + before.slice(change.start + change.removed.length),
      ).toBe(after);
      const [start, end] = [one, two].map((at) => Math.min(at, before.length)).sort((a, b) => a - b);
      const span = spanAfter(change, { file, start: start ?? 0, end: end ?? 0 });
      if (span === undefined || start === undefined || end === undefined) return;
      const isAround = start <= change.start && change.start + change.removed.length <= end;
      if (!isAround) {
        expect(after.slice(span.start, span.end)).toBe(before.slice(start, end));
        if (span.start < change.start) expect(offsetBefore(change, span.start)).toBe(start);
      }
    }),
  );
});

test('a span around a change grows with it, one that the change cuts is gone, those of other files stay', () => {
  const change = { file, start: 4, removed: 'ab', inserted: 'xyz' };
  expect(spanAfter(change, { file, start: 2, end: 8 })).toEqual({ file, start: 2, end: 9 });
  expect(spanAfter(change, { file, start: 5, end: 8 })).toBeUndefined();
  expect(spanAfter(change, { file, start: 6, end: 8 })).toEqual({ file, start: 7, end: 9 });
  const other = { file: filePath('b.yaml'), start: 5, end: 8 };
  expect(spanAfter(change, other)).toBe(other);
});

test('typing stays on a line or begins an empty one', () => {
  const at = (removed: string, inserted: string) => ({ file, start: 0, removed, inserted });
  expect(isTyped(at('', 'word'))).toBe(true);
  expect(isTyped(at('', '\n    '))).toBe(true);
  expect(isTyped(at('', 'one\ntwo'))).toBe(false);
  expect(isTyped(at('one\ntwo', ''))).toBe(false);
  const line = lineAt(file, 'one\r\ntwo\rthree', 5);
  expect(line).toEqual({ file, start: 5, end: 8 });
  expect(staysOnLine({ file, start: 8, removed: '', inserted: 'x' }, line)).toBe(true);
  expect(staysOnLine({ file, start: 9, removed: '', inserted: 'x' }, line)).toBe(false);
  expect(staysOnLine({ file, start: 8, removed: '', inserted: '\n' }, line)).toBe(false);
});
