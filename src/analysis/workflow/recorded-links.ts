import type { RepositoryFiles } from '../../ports/repository-files.ts';
import { type FilePath, filePath } from '../../source/span.ts';

/** A symbolic link on the way to a file. */
export interface RecordedLink {
  readonly path: FilePath;
  /** The file or folder of the repository that it leads to. */
  readonly target: FilePath;
}

/** The most links that are followed one after the other, as Linux does it (path_resolution(7)). */
const mostLinks = 40;

/** The links that lead to what a path names, in their order; links that lead out of the repository end it. */
export function linksOf(path: FilePath, files: RepositoryFiles): readonly RecordedLink[] {
  const links: RecordedLink[] = [];
  let parts = path.split('/');
  for (let length = 1; length <= parts.length && links.length < mostLinks; length++) {
    const link = filePath(parts.slice(0, length).join('/'));
    const recorded = files.recordedKind?.(link);
    if (recorded?.kind !== 'link') continue;
    const target = joined(parts.slice(0, length - 1), recorded.target);
    if (target === undefined) return links;
    links.push({ path: link, target: filePath(target.join('/')) });
    parts = [...target, ...parts.slice(length)];
    length = 0;
  }
  return links;
}

/** A path of the repository, in its parts; `undefined` where it leaves the repository. */
function joined(folder: readonly string[], written: string): readonly string[] | undefined {
  if (written.startsWith('/')) return undefined;
  const parts = [...folder];
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts;
}
