import type { Word } from '../../syntax/bash/tree.ts';
import { textWith } from './shell-words.ts';

/** Stands in a text for what the shell puts in. */
const put = '\0';

/**
 * What `echo` or `printf` prints, as far as it is written; a NUL in the place of each value.
 *
 * @param parameters what the function in which it stands is called with
 */
export function textPrinted(
  program: 'echo' | 'printf',
  words: readonly Word[],
  parameters: readonly string[],
): string {
  const first = words.findIndex((word) => !/^(-[neE]+|--)$/.test(word.text));
  const texts = words.slice(first === -1 ? words.length : first).map((word) => textOfWord(word, parameters));
  if (program === 'echo')
    return texts
      .join(' ')
      .replaceAll(/\\[nt]/g, ' ')
      .trim();
  const [format = '', ...values] = texts;
  let next = 0;
  return format
    .replaceAll(/%[-\d.]*[a-z]/g, () => values[next++] ?? '')
    .replaceAll(/\\[nt]/g, ' ')
    .trim();
}

/** Whether a text is for people: words with blanks between them. */
export function isSentence(text: string): boolean {
  return /[A-Za-z]{2}/.test(text) && /\S\s+\S|\.\.\.$/.test(text);
}

/** Whether a text is nothing but one value. */
export function isValue(text: string): boolean {
  return /^[\0\d]+$/.test(text);
}

/** Whether what a program prints is an answer to somebody who asks for a number or a name. */
export function printsValue(program: string): boolean {
  return /^(\S*\/)?(pw|python[\d.]*|perl|ruby|shuf|seq|head|tail|awk|cut|sort|tr|sed|hostname|sbatch|qsub|jq)$/.test(
    program,
  );
}

/** Whether a program that is asked for its status prints what it has found as well. */
export function printsWhatItFinds(program: string, words: readonly Word[]): boolean {
  const options = words.flatMap(({ text }) => (text.startsWith('-') ? [text] : []));
  switch (program) {
    case 'grep':
    case 'egrep':
    case 'fgrep':
      return !options.some((option) => /^-[A-Za-z]*[qsc]|^--(quiet|silent|count)$/.test(option));
    case 'command':
      return options.some((option) => /^-[vV]$/.test(option));
    case 'which':
    case 'lsof':
    case 'pgrep':
      return true;
    default:
      return false;
  }
}

/** The text of a word, with a NUL for each value in it that is not a parameter. */
export function textOfWord(word: Word, parameters: readonly string[]): string {
  return textWith(word, (part) => {
    switch (part.type) {
      case 'SimpleExpansion':
        if (part.text === '$*' || part.text === '$@') return parameters.join(' ');
        return parameters[Number(part.text.slice(1)) - 1] ?? put;
      case 'ParameterExpansion':
      case 'CommandExpansion':
      case 'ArithmeticExpansion':
        return put;
      default:
        return part.text;
    }
  });
}
