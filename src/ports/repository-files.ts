import type { FilePath } from '../source/span.ts';

/** What reading a file gave: its text, or the one reason why there is none. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'problem';
      readonly problem:
        | 'missing'
        | 'directory'
        | 'not-a-regular-file'
        | 'outside-the-repository'
        | 'too-large'
        | 'binary'
        | 'not-utf-8'
        | 'unreadable';
      /** Words for people, naming the limit where there is one; without the path. */
      readonly message: string;
    };

/** Where a repository comes from, as far as this machine can tell. */
export interface RepositoryOrigin {
  /** `owner/name`, in lower case: the one of its remote, and the one that its CI says. */
  readonly names: readonly string[];
  /** The branches whose files stand here: the default one of the remote, and the one that is checked out. */
  readonly branches: readonly string[];
}

/** How the lines of a text end: `crlf` when some do as on Windows. */
export type LineBreaks = 'lf' | 'crlf';

/**
 * What a file is where it is checked out: as version control keeps it, or outside of it as the file system has it. A
 * checkout need not show it: some file systems have neither links nor files that can be executed.
 */
export type RecordedKind =
  | { readonly kind: 'plain' | 'executable' }
  /** `target`: as it is written, from the folder that the link stands in. */
  | { readonly kind: 'link'; readonly target: string };

/** A repository as it was found: which files there are, and their text. Reading is cached; nothing is written. */
export interface RepositoryFiles {
  /** Every regular file, sorted; version control, dependencies and build folders are left out. */
  readonly paths: readonly FilePath[];
  /** What is neither a regular file nor a folder: FIFOs, devices, links that lead nowhere or out of the repository. */
  readonly irregular?: readonly FilePath[] | undefined;
  /** Where it comes from; absent: nobody knows. */
  readonly origin?: RepositoryOrigin | undefined;
  /** What stands at a path. */
  kindOf(path: FilePath): 'file' | 'directory' | 'missing' | 'other';
  read(path: FilePath): FileContent;
  /** How version control keeps the lines of a file, which a checkout may have changed; `undefined`: nobody knows. */
  recordedLineBreaks?(path: FilePath): LineBreaks | undefined;
  /** What a checkout makes of a file, or of a folder that is a link; `undefined`: nobody knows, or no file. */
  recordedKind?(path: FilePath): RecordedKind | undefined;
}
