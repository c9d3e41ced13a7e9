import type { FilePath } from './span.ts';

/** A file as it was read: `text` is the decoded UTF-8, a byte order mark and carriage returns included. */
export interface SourceFile {
  readonly path: FilePath;
  readonly text: string;
}
