import { standsWithout } from '../../src/base/stands-without.ts';

test.each([
  ['((x++))', true],
  ['y=$((x + 1))', false],
  ['y=$(((x + 1) * 2))', true],
  ['y=$((x)); ((y--))', true],
  ['', false],
])('%j', (text, expected) => {
  expect(standsWithout(text, '((', '$')).toBe(expected);
});
