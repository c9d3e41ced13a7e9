import { assert, constantFrom, property, string } from 'fast-check';
import { suggest } from '../../src/base/suggest.ts';

/** Few enough that words of them are often near each other. */
const fewLetters = constantFrom('a', 'b', 'c');

/** The number of edits as the definition says it, slowly. */
function edits(left: string, right: string): number {
  if (left === '' || right === '') return left.length + right.length;
  const [before, after] = [left.slice(0, -1), right.slice(0, -1)];
  const ways = [
    edits(before, right) + 1,
    edits(left, after) + 1,
    edits(before, after) + (left.at(-1) === right.at(-1) ? 0 : 1),
  ];
  if (left.length > 1 && right.length > 1 && left.at(-1) === right.at(-2) && left.at(-2) === right.at(-1))
    ways.push(edits(left.slice(0, -2), right.slice(0, -2)) + 1);
  return Math.min(...ways);
}

describe('suggest', () => {
  test('finds a name one swap away', () => {
    expect(suggest('strnig', ['number', 'string', 'boolean'])).toBe('string');
  });

  test('ignores case', () => {
    expect(suggest('LocalPort', ['localPort', 'remotePort'])).toBe('localPort');
  });

  test('is silent when nothing is near', () => {
    expect(suggest('kubernetes', ['string', 'number'])).toBeUndefined();
  });

  test('prefers the nearest of several', () => {
    expect(suggest('remotHost', ['remotePort', 'remoteHost'])).toBe('remoteHost');
  });

  test('does not offer the word itself', () => {
    expect(suggest('name', ['name'])).toBeUndefined();
  });

  test('finds what is at most a third of the word away, and nothing else', () => {
    const word = string({ unit: fewLetters, minLength: 1, maxLength: 7 });
    assert(
      property(word, word, (written, known) => {
        const near =
          written !== known && edits(written, known) <= Math.max(1, Math.floor(written.length / 3));
        expect([written, suggest(written, [known])]).toEqual([written, near ? known : undefined]);
      }),
      { numRuns: 2000 },
    );
  });
});
