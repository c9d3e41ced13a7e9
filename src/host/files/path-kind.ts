import { statSync } from 'node:fs';

/** What stands at a path of this machine; links are followed. */
export function kindOfPath(path: string): 'file' | 'directory' | 'missing' | 'other' {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return 'missing';
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other';
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ERR_INVALID_ARG_VALUE' ? 'missing' : 'other';
  }
}
