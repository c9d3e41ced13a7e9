import { globs } from '../../src/base/glob.ts';

describe('globs', () => {
  test.each([
    ['workflows/*/workflow.yaml', 'workflows/a/workflow.yaml', true],
    ['workflows/*/workflow.yaml', 'workflows/a/b/workflow.yaml', false],
    ['workflows/*/workflow.{yaml,yml}', 'workflows/a/workflow.yml', true],
    ['**/workflow.yaml', 'workflow.yaml', true],
    ['**/workflow.yaml', 'a/b/workflow.yaml', true],
    ['a/**', 'a/b/c', true],
    ['a/**/c', 'a/c', true],
    ['a/**/c', 'a/b/d/c', true],
    ['a/**/c', 'a/b/d', false],
    ['./a/?.yaml', 'a/b.yaml', true],
    ['a/?.yaml', 'a/bb.yaml', false],
    ['a', 'a/b.yaml', true],
    ['a', 'ab', false],
    ['*.yaml', '.hidden.yaml', true],
    ['{a,b}/{c,d}.x', 'b/d.x', true],
    ['a*b*c', 'aXbXbc', true],
    ['a*b*c', 'aXbXb', false],
    ['.', 'a/b', true],
    ['a.b', 'axb', false],
    ['v[0-9].yaml', 'v5.yaml', true],
    ['v[0-9].yaml', 'vx.yaml', false],
    ['v[!0-9].yaml', 'vx.yaml', true],
    ['v[^0-9a].yaml', 'va.yaml', false],
    ['[ab-]/*', '-/x', true],
    ['[]x]', ']', true],
    ['[z-a]', 'b', false],
    ['a[b', 'a[b', true],
    ['[ab]', 'a/b', false],
    ['?.yaml', '😀.yaml', true],
    ['[😀-😂].yaml', '😁.yaml', true],
    ['!a', 'b', false],
  ])('%s against %s is %s', (pattern, path, expected) => {
    expect(globs([pattern])(path)).toBe(expected);
  });

  test('the last pattern that matches a path decides', () => {
    const matches = globs(['workflows/**', '!workflows/old/**', 'workflows/old/kept.yaml']);
    expect(
      ['workflows/a.yaml', 'workflows/old/b.yaml', 'workflows/old/kept.yaml', 'other.yaml'].map(matches),
    ).toEqual([true, false, true, false]);
    expect(globs([])('a')).toBe(false);
  });

  test('answers for patterns that invite backtracking', () => {
    expect(
      globs([`${'*a'.repeat(50)}/${'**/'.repeat(50)}x`])(`${'a'.repeat(5000)}/${'b/'.repeat(200)}y`),
    ).toBe(false);
    expect(globs(['{a,b}'.repeat(40)])('c')).toBe(false);
  });
});
