/** A file that a change touches; deleted files count. */
export interface Change {
  readonly path: string;
  /** The lines that the change wrote, in the new text; `undefined` when nobody knows. */
  readonly lines: readonly { readonly first: number; readonly last: number }[] | undefined;
}

/** What changed, or why that is not known. */
export type Changes =
  | { readonly kind: 'changes'; readonly changes: readonly Change[]; readonly since: string }
  | { readonly kind: 'unknown'; readonly why: string };

/** Whether a line was written by the change; a file without known lines counts whole. */
export function isChangedLine(changes: readonly Change[]): (path: string, line: number) => boolean {
  const byPath = new Map(changes.map((change) => [change.path, change.lines]));
  return (path, line) => {
    if (!byPath.has(path)) return false;
    const lines = byPath.get(path);
    return lines === undefined || lines.some(({ first, last }) => first <= line && line <= last);
  };
}
