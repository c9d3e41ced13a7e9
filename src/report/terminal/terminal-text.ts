import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Makes text harmless for a terminal and a log: controls, escapes of directions, and halves of surrogate pairs are
 * shown instead of obeyed. Tabs and line breaks are controls here; who wants them splits the text first.
 */
export function visible(text: string): string {
  let shown = '';
  for (const character of text) shown += visibleCharacter(character);
  return shown;
}

/** What is shown for one code point. */
export function visibleCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  if (code >= 0x80 && code <= 0x9f) return named(code);
  if (code >= 0xd800 && code <= 0xdfff) return named(code);
  if (directional(code) || code === 0xfeff || code === 0x2028 || code === 0x2029) return named(code);
  return character;
}

/** How many cells of a terminal a text takes; the text must be visible already. */
export function cells(text: string): number {
  let width = 0;
  for (const character of text) width += cellsOf(character);
  return width;
}

/** How many cells one code point takes: none for marks that combine, two for what Unicode calls wide. */
export function cellsOf(character: string): number {
  if (/^(?:\p{Mn}|\p{Me}|[\u200b-\u200d\u2060])$/u.test(character)) return 0;
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}

/** Characters that turn the direction of writing round, spelt out: a text would show other words than it has. */
export function withDirectionsNamed(text: string): string {
  return text.replace(/\p{Bidi_Control}/gu, (character) => named(character.codePointAt(0) ?? 0));
}

function directional(code: number): boolean {
  return (
    code === 0x200e ||
    code === 0x200f ||
    code === 0x061c ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

function named(code: number): string {
  return `\\u{${code.toString(16)}}`;
}
