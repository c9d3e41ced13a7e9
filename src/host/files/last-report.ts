import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './write-whole.ts';

/** The last report of a repository, in a folder that holds those of several; a folder that cannot be written keeps none. */
export function lastReportOf(folder: string, root: string) {
  const path = join(folder, `${createHash('sha256').update(root).digest('hex').slice(0, 16)}.json`);
  return {
    read(): string | undefined {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return undefined;
      }
    },
    write(text: string): void {
      try {
        writeWhole(path, text);
      } catch {
        // it only spares its user to name a report
      }
    },
  };
}
