import { glob } from '../../src/base/glob.ts';

describe('glob', () => {
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
  ])('%s against %s is %s', (pattern, path, expected) => {
    expect(glob(pattern)(path)).toBe(expected);
  });

  test('answers for patterns that invite backtracking', () => {
    expect(glob(`${'*a'.repeat(50)}/${'**/'.repeat(50)}x`)(`${'a'.repeat(5000)}/${'b/'.repeat(200)}y`)).toBe(
      false,
    );
    expect(glob('{a,b}'.repeat(40))('c')).toBe(false);
  });
});
