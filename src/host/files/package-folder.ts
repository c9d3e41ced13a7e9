import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a package is installed for this program. */
export function packageFolder(name: string): string | undefined {
  for (let above = import.meta.dirname; ; above = dirname(above)) {
    const folder = join(above, 'node_modules', name);
    if (existsSync(folder)) return folder;
    if (above === dirname(above)) return undefined;
  }
}
