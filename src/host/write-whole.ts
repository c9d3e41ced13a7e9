import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Writes a file whole or not at all: under another name beside it, then renamed. A device or pipe that is there
 * already is written to as it is.
 *
 * @throws what the file system says; nothing half-written is left
 */
export function writeWhole(path: string, text: string): void {
  const target = resolve(path);
  if (isSpecial(target)) {
    writeFileSync(target, text);
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function isSpecial(path: string): boolean {
  try {
    const stats = statSync(path);
    return !stats.isFile() && !stats.isDirectory();
  } catch {
    return false;
  }
}
