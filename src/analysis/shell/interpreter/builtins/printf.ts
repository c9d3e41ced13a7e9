import { concat, emptyValue, literal, textOf, type Value } from '../state/value.ts';

/** What `printf` prints, when its format is one that this knows. */
export function printfText(format: Value, words: readonly Value[]): Value | undefined {
  const text = textOf(format);
  if (text === undefined) return undefined;
  let result: Value = emptyValue;
  let left = words;
  do {
    const start = left;
    let taken = emptyValue;
    let at = 0;
    for (const match of text.matchAll(/%(%|[sdib])|%[^%sdib]|\\(.)/g)) {
      taken = concat(taken, literal(text.slice(at, match.index)));
      at = match.index + match[0].length;
      if (match[2] !== undefined) {
        const character = { n: '\n', t: '\t', '\\': '\\', '"': '"', "'": "'" }[match[2]];
        if (character === undefined) return undefined;
        taken = concat(taken, literal(character));
      } else if (match[1] === '%') taken = concat(taken, literal('%'));
      else if (match[1] === undefined) return undefined;
      else {
        const [word, ...rest] = left;
        if (match[1] === 'b' && word !== undefined && textOf(word)?.includes('\\') !== false)
          return undefined;
        taken = concat(taken, word ?? (match[1] === 's' || match[1] === 'b' ? emptyValue : literal('0')));
        left = rest;
      }
    }
    result = concat(result, taken, literal(text.slice(at)));
    if (left === start) break;
  } while (left.length > 0);
  return result;
}
