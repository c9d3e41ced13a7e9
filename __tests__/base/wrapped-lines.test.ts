import { wrappedLines } from '../../src/base/wrapped-lines.ts';

test.each<[string, readonly string[]]>([
  ['one two three', ['one two', 'three']],
  ['exactly', ['exactly']],
  ['a longerthanaline b', ['a', 'longerthanaline', 'b']],
  ['', ['']],
])('%j is broken between words', (text, lines) => {
  expect(wrappedLines(text, 7)).toEqual(lines);
  expect(lines.join(' ')).toBe(text);
});
