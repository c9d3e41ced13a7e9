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

/** How many cells one code point takes: none for marks that combine, two for wide ones. */
export function cellsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (isCombining(character)) return 0;
  return wide(code) || isPictograph(character) ? 2 : 1;
}

// Written inside of functions, so that V8 reads these shapes when they are needed: they take a while.
function isCombining(character: string): boolean {
  return /^(?:\p{Mn}|\p{Me}|[\u200b-\u200d\u2060])$/u.test(character);
}

function isPictograph(character: string): boolean {
  return /^\p{Emoji_Presentation}$/u.test(character);
}

/** The ranges that Unicode's EastAsianWidth calls wide or fullwidth, those of the pictographs left out. */
function wide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0x33ff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xa000 && code <= 0xa4cf) ||
    (code >= 0xa960 && code <= 0xa97f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1f64f) ||
    (code >= 0x1f900 && code <= 0x1f9ff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
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
