import type { RuleMeta } from '../../src/diagnostics/rule-meta.ts';
import { type AnyRule, defineRule } from '../../src/rules/rule.ts';

/** A rule that blames every step's `run` text that holds a word. */
export function wordRule(word: string, meta: Partial<RuleMeta> = {}): AnyRule {
  return defineRule({
    meta: fakeMeta(`word-${word.toLowerCase()}`, meta),
    on: 'script',
    *check({ script }) {
      for (let at = script.text.text.indexOf(word); at !== -1; at = script.text.text.indexOf(word, at + 1)) {
        yield { message: `the word "${word}"`, at: script.text.spanOf(at, at + word.length) };
      }
    },
  });
}

/** The entry of a rule that exists for a test only. */
export function fakeMeta(id: string, meta: Partial<RuleMeta> = {}): RuleMeta {
  return {
    id,
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A fake.',
      why: 'A fake.',
      fix: 'A fake.',
      examples: { bad: ['x'], good: ['y'] },
    },
    ...meta,
  };
}
