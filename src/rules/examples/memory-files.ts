import type { FileContent, RecordedKind, RepositoryFiles } from '../../ports/repository-files.ts';
import { textFiles } from '../../ports/text-files.ts';
import { type FilePath, filePath } from '../../source/span.ts';

/**
 * A repository that exists only in memory: path to text. As `ls -F` writes them, `run.sh*` is a file that can be executed
 * and `start.sh@` a link, whose text is what it leads to; other files are plain.
 */
export function memoryFiles(marked: Readonly<Record<string, string>>): RepositoryFiles {
  const byPath = new Map<FilePath, string>();
  const kinds = new Map<FilePath, RecordedKind>();
  for (const [name, text] of Object.entries(marked)) {
    const path = filePath(name.replace(/[*@]$/, ''));
    byPath.set(path, text);
    kinds.set(
      path,
      name.endsWith('@')
        ? { kind: 'link', target: text }
        : { kind: name.endsWith('*') ? 'executable' : 'plain' },
    );
  }
  const files = textFiles(byPath);
  const textAt = (path: FilePath): string | undefined => {
    const kind = kinds.get(path);
    return kind?.kind === 'link' ? textAt(leadsTo(path, kind.target)) : byPath.get(path);
  };
  return {
    paths: files.paths,
    kindOf: files.kindOf,
    read(path: FilePath): FileContent {
      const text = textAt(path);
      return text === undefined ? files.read(path) : { kind: 'text', text };
    },
    recordedKind: (path) => kinds.get(path),
  };
}

function leadsTo(link: FilePath, target: string): FilePath {
  const parts = link.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return filePath(parts.join('/'));
}
