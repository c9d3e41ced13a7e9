import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { RecordedKind } from '../../ports/repository-files.ts';
import { askGit } from './ask-git.ts';

/** The longest path that a link may hold, in characters (PATH_MAX of Linux). */
const maxTarget = 4096;

/**
 * Tells what each path is where it is checked out: what the index of git says (gitformat-index(5): the mode of an entry),
 * of a path that git does not keep and outside of git what the file system says. The index is read once, when first
 * needed.
 *
 * @param top the folder that the paths are relative to, absolute
 */
export function recordedKinds(top: string): (path: string) => RecordedKind | undefined {
  let index: ReadonlyMap<string, string> | undefined;
  return (path) => {
    index ??= modesOf(top);
    const mode = index.get(path);
    switch (mode) {
      case '100755':
        return { kind: 'executable' };
      case '100644':
        return { kind: 'plain' };
      case '120000': {
        const target = linkOf(top, path) ?? linkInText(top, path);
        return target === undefined ? undefined : { kind: 'link', target };
      }
      default:
        return onDisk(top, path);
    }
  };
}

/** The modes of the paths that git keeps; empty outside of git. */
function modesOf(top: string): ReadonlyMap<string, string> {
  const rows = askGit(top, 'ls-files', '--stage', '-z')?.split('\0') ?? [];
  return new Map(
    rows.flatMap((row) => {
      const [, mode = '', path = ''] = /^(\d{6}) [0-9a-f]+ \d\t([\s\S]+)$/.exec(row) ?? [];
      return path === '' ? [] : [[path, mode] as const];
    }),
  );
}

function onDisk(top: string, path: string): RecordedKind | undefined {
  const target = linkOf(top, path);
  if (target !== undefined) return { kind: 'link', target };
  const written = linkInText(top, path);
  if (written !== undefined) return { kind: 'link', target: written };
  // Windows has no such bit: every file can be executed there, and none.
  if (process.platform === 'win32') return undefined;
  const stats = lstatSync(join(top, path), { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return undefined;
  return { kind: (stats.mode & 0o111) === 0 ? 'plain' : 'executable' };
}

function linkOf(top: string, path: string): string | undefined {
  try {
    return readlinkSync(join(top, path));
  } catch {
    return undefined;
  }
}

/** What a link leads to that was written as a file with this text, as git does where there are no links. */
function linkInText(top: string, path: string): string | undefined {
  try {
    const { size } = lstatSync(join(top, path));
    if (size === 0 || size > maxTarget) return undefined;
    const text = readFileSync(join(top, path), 'utf8');
    return looksLikeLink(text) && leadsSomewhere(top, path, text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a text may be that of a link: one path from the folder it stands in, without an end of line. */
export function looksLikeLink(text: string): boolean {
  return /^(?:\.\.?\/)*[\w.-][\w./-]*$/.test(text) && text.length <= maxTarget && text.includes('/');
}

function leadsSomewhere(top: string, path: string, target: string): boolean {
  const real = resolve(top, dirname(path), target);
  const inside = !relative(top, real).startsWith(`..${sep}`) && real !== join(top, path);
  return inside && lstatSync(real, { throwIfNoEntry: false }) !== undefined;
}
