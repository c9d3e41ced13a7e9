import type { RepositoryFiles } from '../../ports/repository-files.ts';
import type { FilePath } from '../../source/span.ts';

/** A repository as it would be if the texts of an editor were saved. */
export function overlayFiles(files: RepositoryFiles, texts: ReadonlyMap<FilePath, string>): RepositoryFiles {
  let paths: readonly FilePath[] | undefined;
  return {
    get paths() {
      paths ??= withUnsaved(files.paths, texts);
      return paths;
    },
    get irregular() {
      return files.irregular;
    },
    get origin() {
      return files.origin;
    },
    kindOf: (path) => (texts.has(path) ? 'file' : files.kindOf(path)),
    read(path) {
      const text = texts.get(path);
      return text === undefined ? files.read(path) : { kind: 'text', text };
    },
    recordedLineBreaks: (path) => files.recordedLineBreaks?.(path),
  };
}

function withUnsaved(paths: readonly FilePath[], texts: ReadonlyMap<FilePath, string>): readonly FilePath[] {
  const listed = new Set(paths);
  const unsaved = [...texts.keys()].filter((path) => !listed.has(path));
  return unsaved.length === 0 ? paths : [...paths, ...unsaved].sort();
}
