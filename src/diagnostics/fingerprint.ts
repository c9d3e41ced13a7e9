import type { Diagnostic } from './finding.ts';

/**
 * Signs diagnostics, which must be in order, with their fingerprints: a hash of rule, path and marked text, and of
 * the ordinal among those that have all three in common. Lines that are added or removed elsewhere change nothing.
 *
 * @param textOf the text of a file; `undefined` when it is not known
 */
export function withFingerprints(
  diagnostics: readonly Diagnostic[],
  textOf: (path: string) => string | undefined,
): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const { file, start, end } = diagnostic.at;
    const text = textOf(file) ?? '';
    const marked = start === end ? lineAround(text, start) : text.slice(start, end);
    const words = `${diagnostic.rule}\0${file}\0${marked.replace(/\s+/g, ' ').trim()}`;
    const ordinal = counts.get(words) ?? 0;
    counts.set(words, ordinal + 1);
    return { ...diagnostic, fingerprint: hash(`${words}\0${ordinal}`) };
  });
}

function lineAround(text: string, offset: number): string {
  const from = text.lastIndexOf('\n', Math.max(offset - 1, 0)) + 1;
  const to = text.indexOf('\n', offset);
  return text.slice(Math.min(from, offset), to === -1 ? text.length : to);
}

/** 64 bits of two multiplicative hashes, as 16 hexadecimal digits; a name, not a protection. */
function hash(text: string): string {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 2654435761);
    second = Math.imul(second ^ code, 1597334677);
  }
  first = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  second = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return [second, first].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
