import { isUtf8 } from 'node:buffer';
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { FileContent, RepositoryFiles, RepositoryOrigin } from '../../ports/repository-files.ts';
import { type FilePath, filePath } from '../../source/span.ts';
import { looksLikeLink, recordedKinds } from './recorded-kinds.ts';
import { recordedLineBreaks } from './recorded-line-breaks.ts';
import { repositoryOrigin } from './repository-origin.ts';

/** The largest file that is read, in bytes: 5 MB. */
export const maxFileBytes = 5_000_000;
/** The most files that are listed; a repository of workflows has a few hundred. */
export const maxListedFiles = 200_000;
const maxDepth = 64;

/** Folders that hold nothing an author wrote. */
const leftOut = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '__pycache__',
  '.venv',
  '.tox',
  '.mypy_cache',
]);

type Problem = Extract<FileContent, { kind: 'problem' }>['problem'];

const problem = (kind: Problem, message: string): FileContent => ({
  kind: 'problem',
  problem: kind,
  message,
});

/**
 * The files of a folder on this machine. Only regular files are ever opened; a symbolic link counts as what it leads
 * to while that stays inside the folder. Reading is cached for the life of the value.
 *
 * @param root the repository's top folder, absolute or relative to the current folder
 * @param folders what is listed, relative to the root; by default everything below it
 */
export function nodeRepositoryFiles(root: string, folders: readonly string[] = ['']): RepositoryFiles {
  const top = realTop(root);
  const contents = new Map<string, FileContent>();
  let listed: Walked | undefined;
  let origin: RepositoryOrigin | undefined;
  const recordedKind = recordedKinds(top);
  /** Follows a link that a checkout without links wrote as a text. */
  const readMeant = (path: string): FileContent => {
    const content = readInside(top, path);
    if (content.kind !== 'text' || !looksLikeLink(content.text)) return content;
    const recorded = recordedKind(path);
    return recorded?.kind === 'link' && recorded.target === content.text
      ? readInside(top, join(dirname(path), content.text))
      : content;
  };
  return {
    get paths() {
      listed ??= walk(top, folders);
      return listed.regular;
    },
    get irregular() {
      listed ??= walk(top, folders);
      return listed.irregular;
    },
    get origin() {
      origin ??= repositoryOrigin(top);
      return origin;
    },
    kindOf(path) {
      const at = placeInside(top, path);
      if (at.kind !== 'inside') return at.kind === 'missing' ? 'missing' : 'other';
      const stats = statOf(at.real);
      if (stats === undefined) return 'missing';
      return stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other';
    },
    read(path) {
      let content = contents.get(path);
      if (content === undefined) {
        content = readMeant(path);
        contents.set(path, content);
      }
      return content;
    },
    recordedLineBreaks: (path) => recordedLineBreaks(top, path),
    recordedKind,
  };
}

function realTop(root: string): string {
  try {
    return realpathSync.native(resolve(root));
  } catch {
    return resolve(root);
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

type Place =
  | { readonly kind: 'inside'; readonly real: string }
  | { readonly kind: 'outside' | 'missing' | 'broken' };

/** Where a path really leads; a link or `..` that leaves the folder is `outside`. */
function placeInside(top: string, path: string): Place {
  if (path.includes('\0')) return { kind: 'missing' };
  const written = resolve(top, path);
  if (!isInside(top, written)) return { kind: 'outside' };
  try {
    // A link that leads nowhere is there all the same.
    if (lstatSync(written, { throwIfNoEntry: false }) === undefined) return { kind: 'missing' };
    const real = realpathSync.native(written);
    return isInside(top, real) ? { kind: 'inside', real } : { kind: 'outside' };
  } catch {
    return { kind: 'broken' };
  }
}

const isInside = (top: string, path: string): boolean =>
  path === top || path.startsWith(top.endsWith(sep) ? top : top + sep);

function readInside(top: string, path: string): FileContent {
  const at = placeInside(top, path);
  switch (at.kind) {
    case 'missing':
      return problem('missing', 'there is no such file');
    case 'outside':
      return problem('outside-the-repository', 'it leads out of the repository');
    case 'broken':
      return problem('unreadable', 'it is a link that leads nowhere');
    case 'inside':
      return readRegular(at.real);
  }
}

/** Reads a file after looking at what it is; never waits on a FIFO, even one that was put there in between. */
function readRegular(path: string): FileContent {
  const stats = statOf(path);
  if (stats === undefined) return problem('missing', 'there is no such file');
  if (stats.isDirectory()) return problem('directory', 'it is a folder');
  if (!stats.isFile()) return problem('not-a-regular-file', 'it is not a regular file');
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    return problem(
      'unreadable',
      `it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  }
  try {
    const opened = fstatSync(descriptor);
    if (!opened.isFile()) return problem('not-a-regular-file', 'it is not a regular file');
    if (opened.size > maxFileBytes) return tooLarge(opened.size);
    const bytes = readUpTo(descriptor, maxFileBytes + 1, opened.size);
    return bytes.length > maxFileBytes ? tooLarge(bytes.length) : decoded(bytes);
  } catch (error) {
    return problem(
      'unreadable',
      `it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  } finally {
    closeSync(descriptor);
  }
}

const tooLarge = (size: number): FileContent =>
  problem('too-large', `it has ${(size / 1e6).toFixed(1)} MB; the limit is ${maxFileBytes / 1e6} MB`);

/**
 * Reads at most `limit` bytes; files of `/proc` say that they have none and are read all the same.
 *
 * @param expected how many bytes the file says that it has; one more finds its end
 */
function readUpTo(descriptor: number, limit: number, expected: number): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  while (length < limit) {
    const part = Buffer.alloc(Math.min(length === 0 ? expected + 1 : 65_536, limit - length));
    const read = readSync(descriptor, part, 0, part.length, null);
    if (read === 0) break;
    parts.push(part.subarray(0, read));
    length += read;
  }
  const [first] = parts;
  return first?.length === length ? first : Buffer.concat(parts, length);
}

function decoded(bytes: Buffer): FileContent {
  const text = isUtf8(bytes) ? bytes.toString('utf8') : undefined;
  if (text?.includes('\0') ?? bytes.includes(0)) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return utf16
      ? problem('not-utf-8', 'it is UTF-16, not UTF-8')
      : problem('binary', 'it is binary, not text');
  }
  return text === undefined ? problem('not-utf-8', 'it is not UTF-8') : { kind: 'text', text };
}

interface Walked {
  readonly regular: readonly FilePath[];
  readonly irregular: readonly FilePath[];
}

/**
 * What stands below, sorted: regular files and links to such inside, and apart from them what cannot be read (FIFOs,
 * devices, links that lead out or nowhere). Links to folders are not followed.
 */
function walk(top: string, folders: readonly string[]): Walked {
  const regular: FilePath[] = [];
  const irregular: FilePath[] = [];
  const open: { readonly path: string; readonly depth: number }[] = folders.map((path) => ({
    path,
    depth: 0,
  }));
  const sorted = (): Walked => ({ regular: regular.sort(), irregular: irregular.sort() });
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of entriesOf(join(top, folder.path))) {
      const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!leftOut.has(entry.name) && folder.depth < maxDepth) open.push({ path, depth: folder.depth + 1 });
        continue;
      }
      const kind = entry.isFile() ? 'file' : entry.isSymbolicLink() ? linkKind(top, path) : 'other';
      if (kind === 'file') regular.push(filePath(path));
      else if (kind === 'other') irregular.push(filePath(path));
      if (regular.length + irregular.length >= maxListedFiles) return sorted();
    }
  }
  return sorted();
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function linkKind(top: string, path: string): 'file' | 'folder' | 'other' {
  const at = placeInside(top, path);
  if (at.kind !== 'inside') return 'other';
  const stats = statOf(at.real);
  return stats?.isFile() === true ? 'file' : stats?.isDirectory() === true ? 'folder' : 'other';
}
