import type { Location, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type FilePath, filePath, type Span } from '../source/span.ts';

/** The path of a file inside a repository. */
export function pathWithin(root: string, absolute: string): FilePath | undefined {
  const above = `${root.replace(/\/$/, '')}/`;
  return absolute.startsWith(above) && absolute !== above
    ? filePath(absolute.slice(above.length))
    : undefined;
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
 * @param addressOf the address of a path inside the repository
 * @param open the document of a file that is open
 * @param textOf the text of any other file
 */
export function placesIn(
  addressOf: (path: FilePath) => string,
  open: (path: FilePath) => TextDocument | undefined,
  textOf: (path: FilePath) => string | undefined,
): Places {
  const documents = new Map<FilePath, TextDocument>();
  const uriOf = (path: FilePath): string => open(path)?.uri ?? addressOf(path);
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
