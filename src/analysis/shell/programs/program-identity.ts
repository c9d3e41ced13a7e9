import { textOf, type Value } from '../interpreter/state/value.ts';

/**
 * What tells the programs apart that one place in a script may start, as a function's `"$@"` does: the first words of
 * the command line. Options and numbers are left out, which differ from branch to branch.
 */
export function programIdentity(words: readonly Value[]): string {
  const names = words.flatMap((word) => {
    const text = textOf(word);
    return text === undefined || text.startsWith('-') ? [] : [text.replace(/\d+/g, '')];
  });
  return names.slice(0, 3).join(' ');
}
