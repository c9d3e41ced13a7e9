/** A path relative to the repository's root, with forward slashes. */
export type FilePath = string & { readonly __brand: 'FilePath' };

/** Marks a string as a repository path; backslashes become forward slashes. */
export function filePath(path: string): FilePath {
  return path.replaceAll('\\', '/') as FilePath;
}

/** Where something is written: offsets into the file's text in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly file: FilePath;
  readonly start: number;
  readonly end: number;
}

/** Whether two places share a character. */
export function overlaps(left: Span, right: Span): boolean {
  return left.file === right.file && left.start < right.end && right.start < left.end;
}
