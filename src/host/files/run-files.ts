import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  cpSync,
  type Dirent,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  watch as watchFolder,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { CopyOrder, RunFiles } from '../../ports/run-files.ts';
import { mountsBelow, removeTree } from './remove-tree.ts';
import { makeRunDirectory } from './run-directory.ts';

/** Files of this machine. */
export function nodeRunFiles(): RunFiles {
  return {
    makeRunDirectory,
    makeDirectory: (path) => void mkdirSync(path, { recursive: true }),
    write(path, text, mode) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      if (mode !== undefined) chmodSync(path, mode);
    },
    read: (path, limit) => readPart(path, () => 0, limit)?.text,
    readEnd: (path, limit) => readPart(path, (size) => Math.max(0, size - limit), limit)?.text,
    readFrom: (path, offset, limit) => readPart(path, () => offset, limit) ?? { text: '', next: offset },
    kindOf(path) {
      const stats = statsOf(path);
      if (stats === undefined) return 'missing';
      return stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other';
    },
    list: (path) => entriesOf(path).map((entry) => entry.name),
    listDeep,
    copyRepository,
    copyFile(from, to) {
      if (statsOf(from)?.isFile() !== true) return false;
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(from, to);
      return true;
    },
    move(from, to) {
      mkdirSync(dirname(to), { recursive: true });
      const mounts = mountsOf(from);
      try {
        if (mounts.length > 0) throw new Error(`something is mounted at ${mounts[0]}`);
        renameSync(from, to);
      } catch {
        const filter = (path: string): boolean => isPlain(path) && !mounts.includes(path);
        cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter });
        removeTree(from);
      }
    },
    remove: removeTree,
    mountsBelow: mountsOf,
    watch: watchDirectory,
  };
}

function mountsOf(path: string): readonly string[] {
  try {
    return mountsBelow(realpathSync(path));
  } catch {
    return [];
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function entriesOf(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** A part of a regular file; a FIFO that a script left behind is never waited for. */
function readPart(
  path: string,
  from: (size: number) => number,
  limit: number,
): { readonly text: string; readonly next: number } | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return undefined;
    const start = from(stats.size);
    const bytes = Buffer.alloc(Math.max(0, Math.min(limit, stats.size - start)));
    const length = bytes.length === 0 ? 0 : readSync(descriptor, bytes, 0, bytes.length, start);
    return { text: bytes.subarray(0, length).toString('utf8'), next: start + length };
  } catch {
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

function listDeep(path: string, limit: number): readonly string[] {
  const found: string[] = [];
  const open = [''];
  for (let folder = open.shift(); folder !== undefined; folder = open.shift()) {
    for (const entry of entriesOf(join(path, folder))) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) open.push(name);
      else found.push(name);
      if (found.length >= limit) return found.sort();
    }
  }
  return found.sort();
}

function copyRepository(order: CopyOrder): { readonly missing: readonly string[] } {
  const missing: string[] = [];
  const wanted = order.only.length === 0 ? ['.'] : order.only;
  for (const path of wanted) {
    const from = join(order.from, path);
    if (from !== order.from && !from.startsWith(order.from + sep)) missing.push(path);
    else if (statsOf(from) === undefined) missing.push(path);
    else {
      cpSync(from, join(order.to, path), {
        recursive: true,
        verbatimSymlinks: true,
        filter: (source) =>
          isPlain(source) && !/[\\/](?:\.git|node_modules)(?:[\\/]|$)/.test(source.slice(order.from.length)),
      });
    }
  }
  return { missing };
}

function isPlain(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true || stats?.isDirectory() === true || stats?.isSymbolicLink() === true;
}

function watchDirectory(path: string, changed: (name: string) => void): () => void {
  try {
    const watcher = watchFolder(path, (_event, name) => {
      if (name !== null) changed(name);
    });
    watcher.on('error', () => {}); // the folder was removed by the script; the slow look beside it goes on
    return () => watcher.close();
  } catch {
    return () => {};
  }
}
