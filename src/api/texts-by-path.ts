import { type FilePath, filePath } from '../source/span.ts';
import type { Texts } from './types.ts';

/** The texts that a caller gives, by their paths. */
export function textsByPath(texts: Texts): ReadonlyMap<FilePath, string> {
  return new Map(Object.entries(texts).map(([path, text]) => [filePath(path), text]));
}
