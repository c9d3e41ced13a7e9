import { lint } from '../../src/api/lint.ts';
import { exampleOf, shownRules } from '../../src/app/rule-example.ts';

test('nearly every rule can be shown, ordered by group and name', () => {
  const rules = shownRules();
  expect(rules.length).toBeGreaterThan(200);
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  expect(exampleOf('no-such-rule')).toBeUndefined();
});

test('as texts alone, the example of a rule is found by it', async () => {
  const silent: string[] = [];
  for (const { id } of shownRules()) {
    const texts = exampleOf(id) ?? {};
    const paths = Object.keys(texts).filter((path) => /\.(?:ya?ml|sh)$/.test(path));
    const { diagnostics } = await lint(texts, { paths });
    if (!diagnostics.some((one) => one.rule === id)) silent.push(id);
    for (const text of Object.values(texts)) expect(text).not.toMatch(/[«»]/);
  }
  expect(silent).toEqual([]);
});
