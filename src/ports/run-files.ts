/** What to copy out of a repository. */
export interface CopyOrder {
  /** The repository's top folder, absolute. */
  readonly from: string;
  readonly to: string;
  /** Paths relative to the top; a folder means everything below it. Empty: everything. */
  readonly only: readonly string[];
}

/** Files of a run, by absolute path. Reading what is not there gives `undefined`; nothing here throws for that. */
export interface RunFiles {
  /** A new empty folder for one run, known to later runs so that they can clean up after a killed one. */
  makeRunDirectory(marker: string): string;
  makeDirectory(path: string): void;
  /** Writes a file, its folders included; `mode` as in chmod. */
  write(path: string, text: string, mode?: number): void;
  /** At most the first `limit` bytes, as UTF-8 with replacement characters; regular files only. */
  read(path: string, limit: number): string | undefined;
  /** At most the last `limit` bytes. */
  readEnd(path: string, limit: number): string | undefined;
  /** From byte `offset` on, at most `limit` bytes. */
  readFrom(path: string, offset: number, limit: number): { readonly text: string; readonly next: number };
  kindOf(path: string): 'file' | 'directory' | 'other' | 'missing';
  /** The names in a folder, sorted. */
  list(path: string): readonly string[];
  /** Every file below a folder, relative, sorted; at most `limit`. */
  listDeep(path: string, limit: number): readonly string[];
  /** Copies regular files and links with their modes, `.git` left out; gives those of `only` that are not there. */
  copyRepository(order: CopyOrder): { readonly missing: readonly string[] };
  copyFile(from: string, to: string): boolean;
  move(from: string, to: string): void;
  /**
   * Removes a file or a folder with everything in it, never what is mounted below; gives why it is still there, or
   * `undefined`.
   */
  remove(path: string): string | undefined;
  /** Where something is mounted at or below a folder. */
  mountsBelow(path: string): readonly string[];
  /** Calls back with the name of whatever changes directly in a folder; the result ends the watch. */
  watch(path: string, changed: (name: string) => void): () => void;
}
