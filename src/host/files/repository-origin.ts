import { readFileSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { RepositoryOrigin } from '../../ports/repository-files.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What git's own files and GitHub's variables say about where a repository comes from. No program is started, so that a
 * lint may ask for it.
 *
 * @param root the repository's top folder, absolute
 */
export function repositoryOrigin(root: string, environment: Environment = process.env): RepositoryOrigin {
  const git = gitFolder(root);
  const shared = git === undefined ? undefined : sharedFolder(git);
  const address = originAddress(shared === undefined ? '' : read(join(shared, 'config')));
  const hosted = isWorkspace(root, environment) ? environment : {};
  const names = [nameIn(address), hosted['GITHUB_REPOSITORY']].flatMap((name) =>
    name === undefined || name === '' ? [] : [name.toLowerCase()],
  );
  const branches = [
    branchOf(shared === undefined ? '' : read(join(shared, 'refs/remotes/origin/HEAD'))),
    branchOf(git === undefined ? '' : read(join(git, 'HEAD'))),
    defaultBranch(hosted['GITHUB_EVENT_PATH']),
  ];
  return { names: [...new Set(names)], branches: [...new Set(branches.flatMap((name) => name ?? []))] };
}

/** The folder of git: `.git`, or where a file of this name leads, as in a worktree. */
function gitFolder(root: string): string | undefined {
  const path = join(root, '.git');
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return path;
  const to = /^gitdir: (.+)$/m.exec(stats?.isFile() === true ? read(path) : '')?.[1];
  return to === undefined ? undefined : resolve(root, to.trim());
}

/** The folder that a worktree shares with the others. */
function sharedFolder(git: string): string {
  const to = read(join(git, 'commondir')).trim();
  return to === '' ? git : resolve(git, to);
}

/** The `url` of `[remote "origin"]`. */
function originAddress(config: string): string {
  const section = /^\[remote "origin"\]\s*$([^[]*)/m.exec(config)?.[1] ?? '';
  return /^[ \t]*url[ \t]*=[ \t]*(.+)$/m.exec(section)?.[1]?.trim() ?? '';
}

/** `owner/name` of an address; `undefined` for a folder of this machine. */
function nameIn(address: string): string | undefined {
  if (!/^[a-z+]+:\/\/|^[^/]+:/i.test(address) || address.startsWith('file:')) return undefined;
  const path = address.replace(/^(?:[a-z+]+:\/\/[^/]+|[^:]+:)/i, '').replace(/(?:\.git)?\/*$/, '');
  return /^\/*([^/]+(?:\/[^/]+)+)$/.exec(path)?.[1];
}

const branchOf = (text: string): string | undefined =>
  /^ref: refs\/(?:heads|remotes\/origin)\/(\S+)/.exec(text)?.[1];

/** Whether GitHub's variables speak of this folder. */
function isWorkspace(root: string, environment: Environment): boolean {
  const { GITHUB_WORKSPACE: workspace = '' } = environment;
  return workspace !== '' && `${root}${sep}`.startsWith(`${resolve(workspace)}${sep}`);
}

/** The default branch as the event tells it that started the job. */
function defaultBranch(event: string | undefined): string | undefined {
  if (event === undefined || event === '') return undefined;
  try {
    const payload: unknown = JSON.parse(read(event));
    const repository = (payload as { readonly repository?: { readonly default_branch?: unknown } })
      .repository;
    return typeof repository?.default_branch === 'string' ? repository.default_branch : undefined;
  } catch {
    return undefined;
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
