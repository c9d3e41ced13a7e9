import { lineIndex } from '../../src/source/line-index.ts';

describe('lineIndex', () => {
  test.each([
    ['a\nbc\n', 3, { line: 2, column: 2 }],
    ['a\r\nbc', 3, { line: 2, column: 1 }],
    ['a\rbc', 2, { line: 2, column: 1 }],
    ['😀b', 2, { line: 1, column: 3 }],
    ['\uFEFFab', 1, { line: 1, column: 1 }],
    ['\uFEFFab', 0, { line: 1, column: 1 }],
    ['ab', 99, { line: 1, column: 3 }],
    ['ab', -1, { line: 1, column: 1 }],
    ['', 0, { line: 1, column: 1 }],
    ['a\n', 2, { line: 2, column: 1 }],
  ])('places %j at %d', (text, offset, place) => {
    expect(lineIndex(text).placeOf(offset)).toEqual(place);
  });

  test('gives lines without their breaks', () => {
    const lines = lineIndex('\uFEFFa\r\n\nc\rd');
    expect(Array.from({ length: lines.count }, (_, index) => lines.lineText(index + 1))).toEqual([
      'a',
      '',
      'c',
      'd',
    ]);
    expect([lines.startOf(1), lines.startOf(2), lines.startOf(3)]).toEqual([1, 4, 5]);
  });
});
