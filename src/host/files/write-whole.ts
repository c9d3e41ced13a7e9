import {
  chmodSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Writes a file whole or not at all: under another name beside it, then renamed. A file that is there keeps its mode,
 * a link keeps leading to it; a device or pipe is written to as it is.
 *
 * @throws what the file system says; nothing half-written is left
 */
export function writeWhole(path: string, text: string): void {
  const target = realTarget(resolve(path));
  const stats = statsOf(target);
  if (stats !== undefined && !stats.isFile() && !stats.isDirectory()) {
    writeFileSync(target, text);
    return;
  }
  ensureFolder(dirname(target));
  const temporary = join(dirname(target), `.${basename(target).slice(0, 200)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text);
    if (stats !== undefined) chmodSync(temporary, stats.mode & 0o7777);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Makes a folder and those above it. Node's own way never ends below `/proc`, where nothing can be made. */
function ensureFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = folder; statsOf(at) === undefined && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const one of missing.reverse()) mkdirSync(one);
}

function realTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
