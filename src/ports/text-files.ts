import type { FilePath } from '../source/span.ts';
import type { FileContent, RepositoryFiles } from './repository-files.ts';

/** A repository that exists only in memory: path to text. */
export function textFiles(texts: ReadonlyMap<FilePath, string>): RepositoryFiles {
  const paths = [...texts.keys()].sort();
  return {
    paths,
    kindOf(path) {
      if (texts.has(path)) return 'file';
      return path === '' || paths.some((one) => one.startsWith(`${path}/`)) ? 'directory' : 'missing';
    },
    read(path): FileContent {
      const text = texts.get(path);
      if (text !== undefined) return { kind: 'text', text };
      return { kind: 'problem', problem: 'missing', message: 'there is no such file' };
    },
  };
}
