import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Location, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type FilePath, filePath, type Span } from '../source/span.ts';

/** The absolute path that an address names; `undefined` for anything that is no file of this machine. */
export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The path of a file inside a repository. */
export function pathWithin(root: string, absolute: string): FilePath | undefined {
  const path = relative(root, absolute);
  return path === '' || path.startsWith('..') || isAbsolute(path) ? undefined : filePath(path);
}

/** The texts of one repository as a client counts lines and columns in them. */
export interface Places {
  readonly uriOf: (path: FilePath) => string;
  /** The version of a file that is open in the editor; `null` for any other. */
  readonly versionOf: (path: FilePath) => number | null;
  readonly rangeOf: (span: Span) => Range;
  readonly locationOf: (span: Span) => Location;
}

/**
 * Places in the texts of one repository.
 *
 * @param open the document of a file that is open
 * @param textOf the text of any other file
 */
export function placesIn(
  root: string,
  open: (path: FilePath) => TextDocument | undefined,
  textOf: (path: FilePath) => string | undefined,
): Places {
  const documents = new Map<FilePath, TextDocument>();
  const uriOf = (path: FilePath): string => open(path)?.uri ?? pathToFileURL(join(root, path)).href;
  const documentOf = (path: FilePath): TextDocument => {
    const known = open(path) ?? documents.get(path);
    if (known !== undefined) return known;
    const document = TextDocument.create(uriOf(path), '', 0, textOf(path) ?? '');
    documents.set(path, document);
    return document;
  };
  const rangeOf = ({ file, start, end }: Span): Range => {
    const document = documentOf(file);
    return { start: document.positionAt(start), end: document.positionAt(end) };
  };
  return {
    uriOf,
    rangeOf,
    versionOf: (path) => open(path)?.version ?? null,
    locationOf: (span) => ({ uri: uriOf(span.file), range: rangeOf(span) }),
  };
}
