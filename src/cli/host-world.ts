import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import type { PathKind } from '../app/repository-root.ts';
import type { World } from '../app/world.ts';
import { nodeClock } from '../host/clock.ts';
import { nodeRepositoryFiles } from '../host/repository-files.ts';
import { nodeToolRunner } from '../host/tool-runner.ts';
import { filePath } from '../source/span.ts';

/** The world of this machine for a repository; what runs need is loaded when the first one starts. */
export function hostWorld(root: string, currentFolder: string): World {
  return {
    root,
    files: nodeRepositoryFiles(root),
    tools: nodeToolRunner(),
    clock: nodeClock(),
    readNamed(path) {
      const absolute = resolve(currentFolder, path);
      return nodeRepositoryFiles(dirname(absolute)).read(filePath(basename(absolute)));
    },
    runPorts: async () => (await import('../host/run-ports.ts')).nodeRunPorts(),
    parallel: Math.max(1, Math.min(4, availableParallelism())),
  };
}

/** What stands at an absolute path of this machine. */
export function kindOfPath(path: string): PathKind {
  try {
    const stats = statSync(path);
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other';
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE' ? 'missing' : 'other';
  }
}
