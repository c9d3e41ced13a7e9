import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type OptionShape, tokensOf } from '../../src/cli/words.ts';

const shapes: readonly OptionShape[] = [
  { name: 'format', type: 'string', short: 'f' },
  { name: 'quiet', type: 'boolean', short: 'q' },
  { name: 'help', type: 'boolean', short: 'h' },
  { name: 'only', type: 'string' },
];

function byNode(words: readonly string[]) {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      shapes.map(({ name, type, short }) => [name, { type, ...(short !== undefined && { short }) }]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return tokens.map(({ index: _, ...token }) => token);
}

const word = fc.oneof(
  fc.constantFrom('--', '-', '', '--format', '--format=json', '--only=', '-f', '-fx', '-qh', '-qf', '-qfx'),
  fc.constantFrom(
    'lint',
    '--quiet=yes',
    '--=',
    '--=x',
    '---',
    '--x=y=z',
    '-q=1',
    '-zq',
    '-f-',
    '-qq-',
    '--no-quiet',
  ),
  fc.string({ unit: fc.constantFrom('-', 'f', 'q', '=', 'z'), maxLength: 6 }),
);

test('reads words as Node does', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      expect(tokensOf(words, shapes)).toEqual(byNode(words));
    }),
    { numRuns: 2_000 },
  );
});
