import { plural } from '../../src/base/plural.ts';

test.each([
  [0, 'error', '0 errors'],
  [1, 'error', '1 error'],
  [2, 'error', '2 errors'],
])('counts %i', (count, noun, expected) => {
  expect(plural(count, noun)).toBe(expected);
});

test('takes an irregular plural', () => {
  expect(plural(2, 'entry', 'entries')).toBe('2 entries');
});
