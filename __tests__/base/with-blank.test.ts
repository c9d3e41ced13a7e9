import { mentionsAny } from '../../src/base/mentions-any.ts';
import { withBlank } from '../../src/base/with-blank.ts';

test.each([
  ['source utils.sh', true],
  ['pw\tsessions', true],
  ['pw\nsessions', true],
  ['source', false],
  ['sources=1', false],
])('%j', (text, expected) => {
  expect(mentionsAny(text, withBlank('source', 'pw'))).toBe(expected);
});
