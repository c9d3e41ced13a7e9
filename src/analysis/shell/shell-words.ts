import { wrapperFacts } from '../../facts/tables/programs/wrappers.ts';
import type { WrapperFact } from '../../facts/types.ts';
import type { Word, WordPart } from '../../syntax/bash/tree.ts';

/** What starts a command in its own place. */
const wrappers: ReadonlyMap<string, WrapperFact> = new Map(
  wrapperFacts.flatMap((one) => (one.elsewhere === true ? [] : [[one.name, one] as const])),
);

/** What really runs behind words such as `sudo -u me`, `env A=1`, `timeout 5`. */
export function unwrapped(written: readonly Word[]): {
  readonly program: string | undefined;
  /** The word that names it. */
  readonly name: Word | undefined;
  readonly words: readonly Word[];
} {
  let index = 0;
  for (;;) {
    const name = written[index];
    const program = lastPart(name);
    const unwrappedHere = { program, name, words: written.slice(index + 1) };
    const wrapper = wrappers.get(program ?? '');
    if (wrapper === undefined) return unwrappedHere;
    let next = index + 1;
    while (next < written.length && isWrapperArgument(wrapper, written[next], literalOf(written[next - 1])))
      next++;
    if (next >= written.length) return unwrappedHere;
    index = next;
  }
}

/** The last part of a path, also where only that part is literal: `"$HOME/bin/conda"`. */
function lastPart(word: Word | undefined): string | undefined {
  return (
    literalOf(word)?.split('/').at(-1) ??
    /^["']?\$.*[^\\]\/([A-Za-z][\w.+-]*)["']?$/s.exec(word?.text ?? '')?.[1]
  );
}

function isWrapperArgument(
  wrapper: WrapperFact,
  word: Word | undefined,
  before: string | undefined,
): boolean {
  if (word !== undefined && /^[A-Za-z_]\w*=/.test(word.text)) return true;
  if (before !== undefined && wrapper.valued?.test(before)) return true;
  const text = literalOf(word);
  if (text === undefined) return false;
  return text.startsWith('-') || (wrapper.operands !== undefined && /^[\d.]+[smhd]?$/.test(text));
}

/** A word without quotes, expansions and patterns. */
export const plainWord = /^[\w./:=,+@%-]*$/;

/** The text of a word that is made of letters and quotes only. */
export function literalOf(word: Word | undefined): string | undefined {
  if (word === undefined) return undefined;
  // Parts are made when first asked for, and most words have none.
  if (plainWord.test(word.text)) return word.text;
  if (word.parts === undefined) return word.value;
  let text = '';
  for (const part of word.parts) {
    if (part.type === 'Literal' || part.type === 'SingleQuoted' || part.type === 'AnsiCQuoted')
      text += part.value;
    else if (part.type === 'Glob') text += part.text;
    else if (part.type === 'DoubleQuoted' && part.parts.every((inner) => inner.type === 'Literal')) {
      text += part.parts.map((inner) => (inner.type === 'Literal' ? inner.value : '')).join('');
    } else return undefined;
  }
  return text;
}

/**
 * The text of a word, or of a here-document, without quotes.
 *
 * @param put what stands in the place of a part that the shell expands, patterns included
 */
export function textWith(
  { parts, value }: { readonly parts?: readonly WordPart[] | undefined; readonly value: string },
  put: (part: WordPart) => string,
): string {
  const textOf = (some: readonly WordPart[]): string =>
    some
      .map((part) => {
        switch (part.type) {
          case 'Literal':
          case 'SingleQuoted':
          case 'AnsiCQuoted':
            return part.value;
          case 'DoubleQuoted':
          case 'LocaleString':
            return textOf(part.parts);
          default:
            return put(part);
        }
      })
      .join('');
  return parts === undefined ? value : textOf(parts);
}
