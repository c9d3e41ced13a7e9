import fc from 'fast-check';
import { fragmentOf, textsIn } from '../../../src/browser/playground/shared-texts.ts';

const paths = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .filter((path) => path !== '__proto__');
const texts = fc.dictionary(paths, fc.string({ unit: 'grapheme', maxLength: 400 }), {
  minKeys: 1,
  maxKeys: 4,
});

test('any texts come back out of the address that they went into', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (shared) => {
      const fragment = await fragmentOf(shared);
      expect(fragment).toMatch(/^[\w-]+$/);
      expect(await textsIn(fragment)).toEqual(shared);
    }),
    { numRuns: 50 },
  );
});

test('a workflow becomes shorter', async () => {
  const workflow = 'jobs:\n  main:\n    steps:\n      - run: echo hello\n'.repeat(40);
  expect((await fragmentOf({ 'workflow.yaml': workflow })).length).toBeLessThan(workflow.length / 4);
});

test('an address that was cut, or that anybody made up, holds nothing', async () => {
  const whole = await fragmentOf({ 'workflow.yaml': 'jobs: {}\n'.repeat(20) });
  const packed = (value: unknown) => fragmentOf(value as Readonly<Record<string, string>>);
  for (const fragment of [
    whole.slice(0, -6),
    'findings',
    'a b',
    '%7B%7D',
    await packed({}),
    await packed([]),
    await packed('text'),
    await packed(null),
    await packed({ 'workflow.yaml': 1 }),
    await packed({ '': 'text' }),
  ]) {
    expect(await textsIn(fragment)).toBeUndefined();
  }
});

test('an address that would unfold to very much holds nothing', async () => {
  const bomb = await fragmentOf({ 'workflow.yaml': ' '.repeat(20_000_000) });
  expect(await textsIn(bomb)).toBeUndefined();
});
