import type { LintStep } from '../lint/lint.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileContent, RepositoryFiles } from '../ports/repository-files.ts';
import type { ResultCache } from '../ports/result-cache.ts';
import type { RunPorts } from '../ports/run-ports.ts';
import type { ShellcheckEngine } from '../ports/shellcheck-engine.ts';
import type { ToolRunner } from '../ports/tool-runner.ts';
import type { FilePath } from '../source/span.ts';
import type { RunEvent } from '../trace/run-event.ts';
import type { Changes } from './changes/change.ts';

export type { LintStep } from '../lint/lint.ts';

/** The world as it is needed to lint. */
export interface LintWorld {
  /** The repository's top folder, absolute. */
  readonly root: string;
  readonly files: RepositoryFiles;
  /** Reads a file that the request names by itself, such as a configuration; relative to the current folder. */
  readonly readNamed: (path: string) => FileContent;
  /** Writes a file of the repository whole or not at all. */
  readonly write: (path: FilePath, text: string) => void;
  /** Writes a file that the request names by itself, whole or not at all; relative to the current folder. */
  readonly writeNamed: (path: string, text: string) => void;
  readonly tools: ToolRunner;
  /** `none` where no program can be started, as in a browser: what programs would say is not missed then. */
  readonly programs?: 'none' | undefined;
  /** ShellCheck for machines without the program, when its optional package is installed. */
  readonly shellcheckEngine?: (() => Promise<ShellcheckEngine | undefined>) | undefined;
  /** Where the answers of slow tools are kept between runs; absent: nowhere. */
  readonly resultCache?: ResultCache | undefined;
  /** Asks the server what changed, when there is one to ask. */
  readonly remoteChanges?: (() => Promise<Changes | undefined>) | undefined;
  /** How many services may run at once unless the request says so. */
  readonly parallel: number;
}

/** The world as a roof hands it to a use case. */
export interface World extends LintWorld {
  readonly clock: Clock;
  /** The world as runs see it: the same for all of them. */
  readonly runPorts: RunPorts;
  /** Where kept job directories go, absolute. */
  readonly keepIn: string;
  /** Where pictures of pages go, absolute. */
  readonly screenshotIn: string;
  /** Whether the job directories of failed runs are kept without being asked for. */
  readonly keepsFailed: boolean;
  /** The last JSON report of this repository on this machine, for whoever repeats what failed; absent: none is kept. */
  readonly lastReport?:
    | { readonly read: () => string | undefined; readonly write: (text: string) => void }
    | undefined;
}

/** Watches a check while it goes on. */
export interface Watcher {
  /** A sentence about what happens now. */
  readonly say: (sentence: string) => void;
  readonly watch: (event: RunEvent) => void;
  /** What is linted now; absent: nobody wants to know. */
  readonly lint?: ((step: LintStep) => void) | undefined;
  /** Which run begins now; absent: nobody wants to know. */
  readonly begin?: ((step: RunStep) => void) | undefined;
}

/** One run of those that were planned, the one that begins: the 12th of 40. Those that are skipped are counted. */
export interface RunStep {
  readonly index: number;
  readonly count: number;
}
