import type { WordPart } from '../../../../syntax/bash/tree.ts';

/** What stands in one of the words in the place of `{a,b}` or `{1..5}`. */
export interface Alternative {
  /** `undefined`: not known, but not empty. */
  readonly text: string | undefined;
  /** Whether it stands for any number of further words. */
  readonly several: boolean;
}

type Parts = readonly (WordPart | Alternative)[];

/** What is told of braces that are too many or hold more than literal text: a word, and perhaps others. */
const notFollowed: readonly Alternative[] = [
  { text: undefined, several: false },
  { text: undefined, several: true },
];

/**
 * The words that a word with brace expansions becomes, in bash's order; the word alone where it has none.
 *
 * @param most How many words are told apart; what would make more is one word and perhaps others.
 */
export function withoutBraces(parts: readonly WordPart[], most: number): readonly Parts[] {
  let words: Parts[] = [[]];
  for (const part of parts) {
    if (part.type !== 'BraceExpansion') {
      words = words.map((word) => [...word, part]);
      continue;
    }
    const texts = alternatives(part.text, most);
    const few = texts !== undefined && texts.length * words.length <= most;
    const choices = few ? texts.map((text) => ({ text, several: false })) : notFollowed;
    words = words.flatMap((word) => choices.map((choice) => [...word, choice]));
    if (words.length > most) return notFollowed.map((choice) => [choice]);
  }
  return words;
}

/** The texts of one brace expansion, `undefined` where they are not literal or more than `most`. */
function alternatives(brace: string, most: number): readonly string[] | undefined {
  if (/[$`'"\\]/.test(brace)) return undefined;
  const range = /^\{(-?\d+|[a-zA-Z])\.\.(-?\d+|[a-zA-Z])(?:\.\.(-?\d+))?\}$/.exec(brace);
  if (range !== null) return counted(range[1] ?? '', range[2] ?? '', range[3] ?? '1', most);
  const body = brace.slice(1, -1);
  return body.includes(',') && !/[{}]/.test(body) ? body.split(',') : undefined;
}

/** `{from..to..by}`: numbers, with zeros before them where either has some, or letters. */
function counted(from: string, to: string, by: string, most: number): readonly string[] | undefined {
  const isNumber = /\d/.test(from);
  if (isNumber !== /\d/.test(to)) return undefined;
  const first = isNumber ? Number(from) : from.charCodeAt(0);
  const last = isNumber ? Number(to) : to.charCodeAt(0);
  const stride = Math.abs(Number(by)) || 1;
  const count = Math.floor(Math.abs(last - first) / stride) + 1;
  if (count > most) return undefined;
  const width = [from, to].some((end) => /^-?0\d/.test(end)) ? Math.max(from.length, to.length) : 0;
  return Array.from({ length: count }, (_, index) => {
    const value = first + Math.sign(last - first) * index * stride;
    if (!isNumber) return String.fromCharCode(value);
    const digits = String(Math.abs(value));
    return value < 0 ? `-${digits.padStart(width - 1, '0')}` : digits.padStart(width, '0');
  });
}
