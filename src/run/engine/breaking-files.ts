import type { RunFiles } from '../../ports/run-files.ts';

/** Files whose first failure to be written ends the run, instead of whatever was writing. */
export interface BreakingFiles {
  readonly files: RunFiles;
  /** Aborted by the first failure. */
  readonly signal: AbortSignal;
  /** What the first failure was: a full disk, a file system that became read-only. */
  readonly broke: () => unknown;
}

/**
 * Guards the writing of files. Much of it happens beside the run, where nobody waits for an answer and an exception would
 * end this program with all that it knows.
 */
export function breakingFiles(files: RunFiles): BreakingFiles {
  const control = new AbortController();
  let first: unknown;
  const guarded = <Result>(work: () => Result, otherwise: Result): Result => {
    try {
      return work();
    } catch (error) {
      first ??= error;
      control.abort();
      return otherwise;
    }
  };
  return {
    files: {
      ...files,
      makeDirectory: (path) => guarded(() => files.makeDirectory(path), undefined),
      write: (path, text, mode) => guarded(() => files.write(path, text, mode), undefined),
      copyFile: (from, to) => guarded(() => files.copyFile(from, to), false),
      copyRepository: (order) => guarded(() => files.copyRepository(order), { missing: [] }),
    },
    signal: control.signal,
    broke: () => first,
  };
}
