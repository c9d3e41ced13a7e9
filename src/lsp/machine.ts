import type { InitializeParams } from 'vscode-languageserver';
import type { MachinePaths } from '../app/repository-root.ts';
import type { LintWorld } from '../app/world.ts';

/** What a client says first of what it works on. */
export type Said = Pick<InitializeParams, 'workspaceFolders' | 'initializationOptions'>;

/** The machine that holds the files which an editor shows, as the server asks it. Paths are absolute, with `/`. */
export interface Machine {
  /** Is told what a client says first, before it opens anything; absent: nothing is needed. */
  readonly begin?: (said: Said) => void;
  /** The path that an address names; `undefined` for anything that is no file of this machine. */
  readonly pathOf: (address: string) => string | undefined;
  readonly addressOf: (path: string) => string;
  readonly paths: MachinePaths;
  /**
   * A repository as it is now.
   *
   * @param listed whether all of its files are listed, or none: a folder that is no repository may hold a million
   */
  readonly worldOf: (root: string, listed: 'everything' | 'nothing') => LintWorld;
  /**
   * Checks a workflow by its path, with a run of it; absent where nothing can be started. Gives the exit status and what is
   * to be read about it.
   *
   * @param said told what happens
   */
  readonly run?: (
    path: string,
    said: (sentence: string) => void,
    signal: AbortSignal,
  ) => Promise<{ readonly status: number | undefined; readonly printed: string }>;
}
