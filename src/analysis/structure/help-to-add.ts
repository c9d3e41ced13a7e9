import type { KeyFact } from '../../facts/types.ts';

/** Says which keys to add and what each of them is for. */
export function helpToAdd(keys: readonly Pick<KeyFact, 'name' | 'description'>[]): string {
  return keys.map((key) => `add "${key.name}": ${withoutCapital(key.description)}`).join(' ');
}

/** A sentence as it goes on after a colon; names in capitals stay as they are. */
function withoutCapital(sentence: string): string {
  return sentence.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase()).replace(/\.$/, '');
}
