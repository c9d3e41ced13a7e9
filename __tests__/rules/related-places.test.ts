import { usualConfiguration } from '../../src/lint/configuration/configuration.ts';
import { lintWorkspace } from '../../src/lint/lint.ts';
import { openExample } from '../../src/rules/examples/open-example.ts';
import { rules } from '../../src/rules/index.generated.ts';

// What a finding points to beside its own place must help: characters that are there, with words of their own.

const linted = rules.filter((rule) => rule.on !== 'run');

/** Every place that the findings of the bad examples of a rule point to. */
async function relatedOf(rule: (typeof linted)[number]) {
  const configuration = { ...usualConfiguration, rules: { [rule.meta.id]: rule.meta.severity } };
  const found = [];
  for (const example of rule.meta.page.examples.bad) {
    const { workspace } = openExample(example, rule.meta);
    const { diagnostics } = await lintWorkspace(workspace, { rules: [rule], configuration });
    for (const one of diagnostics)
      for (const { span, text } of one.related ?? []) {
        const content = workspace.files.read(span.file);
        const words = content.kind === 'text' ? content.text.slice(span.start, span.end) : '';
        found.push({ text, words, message: one.message });
      }
  }
  return found;
}

test.each(linted.map((rule) => [rule.meta.id, rule] as const))('%s', async (_, rule) => {
  for (const { text, words, message } of await relatedOf(rule)) {
    expect({ text, words }).toEqual({
      text: expect.stringMatching(/^\S(.*[^\s.])?$/),
      words: expect.stringMatching(/\S/),
    });
    expect(text).not.toBe(message);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  }
});
