import type { Clock } from '../ports/clock.ts';
import type { FileContent, RepositoryFiles } from '../ports/repository-files.ts';
import type { RunPorts } from '../ports/run-ports.ts';
import type { ToolRunner } from '../ports/tool-runner.ts';

/** The world as a roof hands it to a use case. */
export interface World {
  /** The repository's top folder, absolute. */
  readonly root: string;
  readonly files: RepositoryFiles;
  /** Reads a file that the request names by itself, such as a configuration; relative to the current folder. */
  readonly readNamed: (path: string) => FileContent;
  readonly tools: ToolRunner;
  readonly clock: Clock;
  /** Made when the first run needs it, so that linting loads nothing of it. */
  readonly runPorts: () => Promise<RunPorts>;
  /** Where kept job directories go, absolute. */
  readonly keepIn: string;
  /** Whether those of failed runs are kept without being asked for. */
  readonly keepsFailed: boolean;
  /** How many services may run at once unless the request says so. */
  readonly parallel: number;
}
