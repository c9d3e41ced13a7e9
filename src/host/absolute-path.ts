import { resolve, sep } from 'node:path';

/** An absolute path as this program knows paths: with forward slashes, on Windows too. */
export function absolutePath(...parts: readonly string[]): string {
  const absolute = resolve(...parts);
  return sep === '/' ? absolute : absolute.replaceAll(sep, '/');
}
