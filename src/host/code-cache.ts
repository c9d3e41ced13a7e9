import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type ReusedMemory, reusedMemory } from './reused-memory.ts';

/** Compiled code that was kept. */
export interface KeptCode {
  /** Until something else is read. */
  readonly data: Buffer;
  readonly ageMs: number;
}

/** What V8 compiled of this program in processes before. */
export interface CodeCache {
  /**
   * What was compiled of the text with a digest; `undefined` when there is nothing to be trusted.
   *
   * @param memory what is read into
   */
  read(digest: string, memory?: ReusedMemory): KeptCode | undefined;
  /** Keeps code for the next process, whole or not at all; says nothing when it cannot. */
  write(digest: string, data: Buffer): void;
  /** Counts what is kept as written now. */
  confirm(digest: string): void;
}

/** What was not written for so long belongs to a version of this program or of Node that is not used any more. */
const abandonedAfterMs = 30 * 24 * 60 * 60 * 1000;
const onlyForOwner = 0o700;
const writableByOthers = 0o022;

/**
 * Keeps compiled code as files of a folder. V8 itself compares its version, its flags and the length of the text; the
 * name says the digest of the text, the version of Node and the processor. V8 crashes or never ends on code that was
 * damaged, so a file has the code twice, and one which was cut short or changed is not believed. To compare the two
 * takes a tenth of what a checksum would, for which Node loads its cryptography.
 *
 * What is kept is code that will be run: it is read only from a folder and a file which belong to this user and which
 * nobody else may write to, and only written where it would be read.
 */
export function folderCodeCache(folder: string): CodeCache {
  const piece = reusedMemory(comparedAtOnce);
  const place = (digest: string): string =>
    join(folder, `${digest.slice(0, 32)}-${process.version}-${process.arch}`);
  let trusted: boolean | undefined;
  return {
    read(digest, memory = reusedMemory(0)) {
      trusted ??= isOwn(
        attempt(() => lstatSync(folder)),
        'directory',
      );
      return trusted ? attempt(() => readSealed(place(digest), digest, memory, piece)) : undefined;
    },
    write(digest, data) {
      attempt(() => {
        mkdirSync(folder, { recursive: true, mode: onlyForOwner });
        if (!isOwn(lstatSync(folder), 'directory')) return;
        writeSealed(place(digest), digest, data);
        prune(folder);
      });
    },
    confirm(digest) {
      const now = Date.now() / 1000;
      attempt(() => utimesSync(place(digest), now, now));
    },
  };
}

/** Whether it is of this kind, belongs to this user and can be written by nobody else. Without users nothing is own. */
function isOwn(stats: Stats | undefined, kind: 'file' | 'directory'): boolean {
  return (
    stats !== undefined &&
    (kind === 'file' ? stats.isFile() : stats.isDirectory()) &&
    stats.uid === process.getuid?.() &&
    (stats.mode & writableByOthers) === 0
  );
}

/** What is kept; `undefined` when it is not ours or not whole. The data stand at the beginning, where V8 wants them. */
function readSealed(
  path: string,
  digest: string,
  memory: ReusedMemory,
  piece: ReusedMemory,
): KeptCode | undefined {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(file);
    if (!isOwn(stats, 'file') || stats.size <= digestLength || stats.size % 2 !== 0) return undefined;
    const data = memory.take((stats.size - digestLength) / 2);
    if (readSync(file, data) !== data.length) return undefined;
    for (let at = 0; at < data.length; at += comparedAtOnce) {
      const first = data.subarray(at, at + comparedAtOnce);
      const second = piece.take(first.length);
      if (readSync(file, second) !== second.length || !second.equals(first)) return undefined;
    }
    const end = piece.take(digestLength);
    if (readSync(file, end) !== digestLength || end.toString('latin1') !== digest) return undefined;
    return { data, ageMs: Date.now() - stats.mtimeMs };
  } finally {
    closeSync(file);
  }
}

/** What a file ends with: the digest of the text that the code was compiled from. */
const digestLength = 64;
/** How many bytes of the second copy are read at once, so that they are still near when they are compared. */
const comparedAtOnce = 128 * 1024;

/** Writes under another name and renames, so that other processes see the old file or the new one. */
function writeSealed(path: string, digest: string, data: Buffer): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(temporary, 'wx', 0o600);
    try {
      for (const part of [data, data, Buffer.from(digest, 'latin1')])
        for (let done = 0; done < part.length; ) done += writeSync(file, part, done);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function prune(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > abandonedAfterMs) rmSync(path, { force: true });
  }
}

/** What an act gives, or `undefined` when it fails: without a cache the program only starts more slowly. */
function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
