/** What an option takes: a text, or nothing. */
export interface OptionShape {
  readonly name: string;
  readonly type: 'string' | 'boolean';
  readonly short?: string | undefined;
}

/** A word of a command line, as what it was meant. */
export type WordToken =
  | { readonly kind: 'option-terminator' }
  | { readonly kind: 'positional'; readonly value: string }
  | (OptionToken & {
      readonly value: string /** Whether it stands in the same word. */;
      readonly inlineValue: boolean;
    })
  | (OptionToken & { readonly value: undefined; readonly inlineValue: undefined });

interface OptionToken {
  readonly kind: 'option';
  readonly name: string;
  /** As it was written. */
  readonly rawName: string;
}

/**
 * Reads the words of a command line as Node's `parseArgs` does (`strict: false`, with its tokens), whose loading takes
 * longer than all that a small command does.
 */
export function tokensOf(words: readonly string[], shapes: readonly OptionShape[]): readonly WordToken[] {
  const tokens: WordToken[] = [];
  const rest = [...words];
  const takesText = (name: string): boolean =>
    shapes.some((shape) => shape.name === name && shape.type === 'string');
  const nameOf = (short: string): string => shapes.find((shape) => shape.short === short)?.name ?? short;
  const option = (name: string, rawName: string, inline?: string): void => {
    const isNext = inline === undefined && takesText(name) && rest.length > 0;
    const value = isNext ? rest.shift() : inline;
    const token = { kind: 'option', name, rawName } as const;
    if (value === undefined) tokens.push({ ...token, value, inlineValue: undefined });
    else tokens.push({ ...token, value, inlineValue: !isNext });
  };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      tokens.push({ kind: 'option-terminator' });
      for (const value of rest.splice(0)) tokens.push({ kind: 'positional', value });
    } else if (word.length < 2 || !word.startsWith('-')) {
      tokens.push({ kind: 'positional', value: word });
    } else if (word.startsWith('--')) {
      const equals = word.includes('=', 3) ? word.indexOf('=') : -1;
      if (equals === -1) option(word.slice(2), word);
      else option(word.slice(2, equals), word.slice(0, equals), word.slice(equals + 1));
    } else {
      const name = nameOf(word.charAt(1));
      if (word.length === 2) option(name, word);
      else if (takesText(name)) option(name, word.slice(0, 2), word.slice(2));
      else rest.unshift(...lettersOf(word, (short) => takesText(nameOf(short))));
    }
  }
  return tokens;
}

/** The options of a group such as `-qv`: a letter that takes a text has the letters behind it as its text. */
function lettersOf(group: string, takesText: (short: string) => boolean): readonly string[] {
  const letters: string[] = [];
  for (let at = 1; at < group.length; at++) {
    const short = group.charAt(at);
    if (takesText(short) && at < group.length - 1) return [...letters, `-${group.slice(at)}`];
    letters.push(`-${short}`);
  }
  return letters;
}
