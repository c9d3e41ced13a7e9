import fc from 'fast-check';
import { type MappedText, mappedFile, withText } from '../../src/source/mapped-text.ts';
import { segmentBuilder } from '../../src/source/segment-builder.ts';
import { filePath } from '../../src/source/span.ts';

const file = filePath('a.yaml');

function range(text: MappedText, start: number, end: number): readonly [number, number] {
  const span = text.spanOf(start, end);
  return [span.start, span.end];
}

describe('a whole file', () => {
  test('stands where it stands', () => {
    const text = mappedFile({ path: file, text: 'abc' });
    expect([text.text, range(text, 1, 3), range(text.slice(1, 3), 1, 2)]).toEqual(['abc', [1, 3], [2, 3]]);
  });
});

describe('text of segments', () => {
  // 'ab' from 10, one character for the six of an escape at 12, 'cd' from 20
  const builder = segmentBuilder();
  builder.verbatim('ab', 10);
  builder.replaced('é', 12, 6);
  builder.verbatim('cd', 20);
  const text = builder.build(file, 5);

  test.each([
    [0, 5, 10, 22],
    [0, 2, 10, 12],
    [2, 3, 12, 18],
    [1, 4, 11, 21],
    [3, 5, 20, 22],
    [2, 2, 12, 12],
    [3, 3, 20, 20],
    [5, 5, 22, 22],
  ])('knows where %d to %d stands', (start, end, from, to) => {
    expect(range(text, start, end)).toEqual([from, to]);
  });

  test('keeps its origins in slices of slices', () => {
    expect(range(text.slice(1, 5).slice(1, 3), 0, 2)).toEqual([12, 21]);
    expect(text.slice(1, 5).slice(1, 3).text).toBe('éc');
  });

  test('has a place when it is empty', () => {
    const empty = segmentBuilder().build(file, 7);
    expect([empty.text, range(empty, 0, 0), range(empty.slice(0, 0), 0, 0)]).toEqual(['', [7, 7], [7, 7]]);
  });

  test('never takes a replacement for verbatim text', () => {
    const folded = segmentBuilder();
    folded.replaced('\n\n', 3, 2);
    expect(range(folded.build(file, 0), 0, 2)).toEqual([3, 5]);
  });

  test('gives growing places for growing ranges, whatever the segments', () => {
    const segment = fc.record({
      text: fc.string({ minLength: 1, maxLength: 4 }),
      gap: fc.nat(3),
      written: fc.nat(9),
      same: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 8 }), (segments) => {
        const builder = segmentBuilder();
        let source = 0;
        for (const one of segments) {
          source += one.gap;
          if (one.same) builder.verbatim(one.text, source);
          else builder.replaced(one.text, source, one.written);
          source += one.same ? one.text.length : one.written;
        }
        const built = builder.build(file, 0);
        let last = 0;
        for (let at = 0; at < built.text.length; at++) {
          const [start, end] = range(built, at, at + 1);
          expect([start >= last, end >= start, end <= source]).toEqual([true, true, true]);
          expect(range(built.slice(at, at + 1), 0, 1)).toEqual([start, end]);
          last = start;
        }
      }),
    );
  });
});

describe('other characters in the same places', () => {
  test('have the places of what they stand for', () => {
    const masked = withText(mappedFile({ path: file, text: 'abcdef' }).slice(2, 5), '___');
    expect([
      masked.text,
      range(masked, 0, 3),
      masked.slice(1, 2).text,
      range(masked.slice(1, 2), 0, 1),
    ]).toEqual(['___', [2, 5], '_', [3, 4]]);
  });

  test('must be as many', () => {
    expect(() => withText(mappedFile({ path: file, text: 'ab' }), 'a')).toThrow(RangeError);
  });
});
