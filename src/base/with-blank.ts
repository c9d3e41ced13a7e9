/** Words with a blank behind them, as a command has: what a look for words needs where a pattern says `word\s`. */
export function withBlank(...words: readonly string[]): readonly string[] {
  return words.flatMap((word) => [`${word} `, `${word}\t`, `${word}\n`, `${word}\r`]);
}
