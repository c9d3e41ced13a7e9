import { joinedText } from '../../src/source/joined-text.ts';
import { verbatim } from '../../src/source/mapped-text.ts';
import { filePath } from '../../src/source/span.ts';

const a = filePath('a.sh');
const b = filePath('b.sh');
const joined = joinedText([verbatim(a, 'one\n', 10), verbatim(b, 'two\n', 0), verbatim(b, 'four\n', 8)], a);

describe('a text of pieces', () => {
  test('is the pieces one after the other', () => {
    expect(joined.text).toBe('one\ntwo\nfour\n');
  });

  test.each([
    [0, 3, { file: a, start: 10, end: 13 }],
    [4, 7, { file: b, start: 0, end: 3 }],
    [8, 12, { file: b, start: 8, end: 12 }],
    // over two pieces of one file
    [4, 12, { file: b, start: 0, end: 12 }],
    // over two files: what is in the first
    [2, 6, { file: a, start: 12, end: 14 }],
    [13, 13, { file: b, start: 13, end: 13 }],
  ])('has the place of %d to %d', (start, end, place) => {
    expect(joined.spanOf(start, end)).toEqual(place);
  });

  test('gives parts that know their places', () => {
    const part = joined.slice(2, 6);
    expect(part.text).toBe('e\ntw');
    expect(part.spanOf(2, 4)).toEqual({ file: b, start: 0, end: 2 });
    expect(joined.slice(5, 5).spanOf(0, 0)).toEqual({ file: b, start: 1, end: 1 });
  });

  test('is the empty text of its file where there are no pieces', () => {
    expect(joinedText([], a).spanOf(0, 0)).toEqual({ file: a, start: 0, end: 0 });
  });
});
