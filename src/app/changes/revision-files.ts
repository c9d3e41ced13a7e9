import type { FileContent, RepositoryFiles } from '../../ports/repository-files.ts';
import { type FilePath, filePath } from '../../source/span.ts';
import type { World } from '../world.ts';
import { commitOf, gitOf, succeeded } from './git.ts';

/** Files of a revision that are read at most, and the largest one, in bytes. */
const limits = { files: 3000, fileBytes: 1_000_000 } as const;

/** What of a repository is read from a revision: workflows, configuration, scripts. */
const wanted = /\.(?:ya?ml|sh|bash|json)$/i;

/** The files of a revision, or `undefined` when it is not to be found. Only workflows and scripts have a text. */
export async function revisionFiles(
  revision: string,
  world: Pick<World, 'root' | 'tools'>,
): Promise<{ readonly files: RepositoryFiles; readonly commit: string } | undefined> {
  const git = gitOf(world);
  const commit = await commitOf(git, revision);
  if (commit === undefined) return undefined;
  const listed = await git('ls-tree', '-r', '-z', '--long', commit);
  if (!succeeded(listed)) return undefined;
  const entries = listed.stdout.split('\0').flatMap((row) => {
    const match = /^100\d{3} blob ([0-9a-f]{40,64}) +(\d+)\t([\s\S]+)$/.exec(row);
    return match ? [{ object: match[1] ?? '', bytes: Number(match[2]), path: filePath(match[3] ?? '') }] : [];
  });
  const read = entries
    .filter((entry) => wanted.test(entry.path) && entry.bytes <= limits.fileBytes)
    .slice(0, limits.files);
  const contents = await world.tools.run({
    command: 'git',
    arguments: ['-C', world.root, 'cat-file', '--batch'],
    stdin: read.map((entry) => `${entry.object}\n`).join(''),
    timeoutMs: 60_000,
    maxOutputBytes: 200_000_000,
  });
  if (!succeeded(contents)) return undefined;
  return {
    commit,
    files: filesOf(
      entries.map((entry) => entry.path),
      textsOf(read, contents.stdout),
    ),
  };
}

/** Takes the answer of `git cat-file --batch` apart: before each text stands a line with its name and size. */
function textsOf(
  entries: readonly { readonly object: string; readonly bytes: number; readonly path: FilePath }[],
  output: string,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let at = 0;
  for (const [index, entry] of entries.entries()) {
    const header = `${entry.object} blob ${entry.bytes}\n`;
    const start = output.indexOf(header, at);
    if (start === -1) break;
    const next = entries[index + 1];
    const from = start + header.length;
    // The shortest text that fits: a character takes at most three bytes for each of its UTF-16 units.
    const least = from + Math.floor(entry.bytes / 3);
    const end =
      next === undefined ? output.length : output.indexOf(`\n${next.object} blob ${next.bytes}\n`, least);
    if (end === -1) break;
    texts.set(
      entry.path,
      next === undefined ? output.slice(from, end).replace(/\n$/, '') : output.slice(from, end),
    );
    at = end;
  }
  return texts;
}

function filesOf(paths: readonly FilePath[], texts: ReadonlyMap<string, string>): RepositoryFiles {
  const known = new Set<string>(paths);
  return {
    paths: paths.toSorted(),
    kindOf(path) {
      if (known.has(path)) return 'file';
      return path === '' || paths.some((one) => one.startsWith(`${path}/`)) ? 'directory' : 'missing';
    },
    read(path): FileContent {
      const text = texts.get(path);
      if (text !== undefined) return { kind: 'text', text };
      return known.has(path)
        ? { kind: 'problem', problem: 'unreadable', message: 'it is not read from a revision' }
        : { kind: 'problem', problem: 'missing', message: 'there is no such file' };
    },
  };
}
