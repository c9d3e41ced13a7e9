import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where a file or folder of this package is, `undefined` when it is not beside the program. The bundle lies two folders
 * below the top of the package, what is compiled for development deeper.
 */
export function packageFile(path: string): string | undefined {
  let folder = import.meta.dirname;
  for (let up = 0; up < 5; up++) {
    const candidate = join(folder, path);
    if (existsSync(candidate)) return candidate;
    folder = dirname(folder);
  }
  return undefined;
}
