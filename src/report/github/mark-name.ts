/**
 * A name inside an HTML comment, one text for one name: letters and digits of every alphabet are kept, all else is spelt
 * out, so that it can neither end the comment nor be taken for another name.
 */
export function markName(name: string): string {
  return name.replace(/[^\p{L}\p{M}\p{N}._/]/gu, (sign) => `{${sign.codePointAt(0)?.toString(16)}}`);
}
