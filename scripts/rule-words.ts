import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordsOfRule } from '../src/app/rule-words.ts';
import type { AnyRule } from '../src/rules/rule.ts';

/** Where the words of a rule stand, by its name. */
export const wordsPath = (id: string): string => `docs/rules/${id}.txt`;

/**
 * What a rule says about its bad examples. For a rule about runs that is what stands in the repository, because its
 * examples have to be run: `__tests__/run/rule-examples.test.ts` does, and compares or writes the text.
 */
export async function currentWords(rule: AnyRule, root: string): Promise<string> {
  if (rule.on !== 'run') return (await wordsOfRule(rule)).join('\n');
  const path = join(root, wordsPath(rule.meta.id));
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
