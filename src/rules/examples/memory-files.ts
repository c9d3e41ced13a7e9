import type { FileContent, RepositoryFiles } from '../../ports/repository-files.ts';
import { type FilePath, filePath } from '../../source/span.ts';

/** A repository that exists only in memory: path to text. */
export function memoryFiles(texts: Readonly<Record<string, string>>): RepositoryFiles {
  const byPath = new Map(Object.entries(texts).map(([path, text]) => [filePath(path), text]));
  const paths = [...byPath.keys()].sort();
  return {
    paths,
    kindOf(path: FilePath) {
      if (byPath.has(path)) return 'file';
      return path === '' || paths.some((one) => one.startsWith(`${path}/`)) ? 'directory' : 'missing';
    },
    read(path: FilePath): FileContent {
      const text = byPath.get(path);
      if (text !== undefined) return { kind: 'text', text };
      return { kind: 'problem', problem: 'missing', message: 'there is no such file' };
    },
  };
}
