import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';

/** What GitHub says about the job that this action is a step of. */
export interface GithubContext {
  readonly event: string;
  readonly repository: string;
  /** The repository as parameters of the API. */
  readonly repo: { readonly owner: string; readonly repo: string };
  /** The commit that people look at: the head of the pull request, not its merge commit. */
  readonly headSha: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly workspace: string;
  readonly pullRequest?:
    | {
        readonly number: number;
        readonly baseSha: string;
        readonly headSha: string;
        readonly fork: boolean;
      }
    | undefined;
  readonly mergeGroup?: { readonly baseSha: string; readonly headSha: string } | undefined;
  readonly push?: { readonly before: string; readonly ref: string } | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the context from the environment and the event's payload; what is missing is empty. */
export function readGithubContext(
  environment: Environment,
  readEvent: (path: string) => unknown = readJson,
): GithubContext {
  const {
    GITHUB_EVENT_NAME = '',
    GITHUB_EVENT_PATH = '',
    GITHUB_REPOSITORY = '',
    GITHUB_SHA = '',
    GITHUB_SERVER_URL = 'https://github.com',
    GITHUB_API_URL = 'https://api.github.com',
    GITHUB_WORKSPACE = process.cwd(),
  } = environment;
  const payload = GITHUB_EVENT_PATH === '' ? undefined : readEvent(GITHUB_EVENT_PATH);
  const text = (...path: readonly string[]): string => {
    const value = at(payload, path);
    return typeof value === 'string' ? value : '';
  };
  const number = at(payload, ['pull_request', 'number']);
  const headSha = text('pull_request', 'head', 'sha');
  return {
    event: GITHUB_EVENT_NAME,
    repository: GITHUB_REPOSITORY,
    repo: { owner: GITHUB_REPOSITORY.split('/')[0] ?? '', repo: GITHUB_REPOSITORY.split('/')[1] ?? '' },
    headSha: headSha || text('merge_group', 'head_sha') || GITHUB_SHA,
    serverUrl: GITHUB_SERVER_URL,
    apiUrl: GITHUB_API_URL,
    workspace: GITHUB_WORKSPACE,
    pullRequest:
      typeof number === 'number'
        ? {
            number,
            baseSha: text('pull_request', 'base', 'sha'),
            headSha,
            fork:
              text('pull_request', 'head', 'repo', 'full_name') !==
              text('pull_request', 'base', 'repo', 'full_name'),
          }
        : undefined,
    mergeGroup:
      text('merge_group', 'head_sha') === ''
        ? undefined
        : { baseSha: text('merge_group', 'base_sha'), headSha: text('merge_group', 'head_sha') },
    push: GITHUB_EVENT_NAME === 'push' ? { before: text('before'), ref: text('ref') } : undefined,
  };
}

/**
 * The address of a line at the head commit, or `undefined` outside GitHub.
 *
 * @param path from the top of the repository
 */
export function lineLink(
  context: Pick<GithubContext, 'serverUrl' | 'repository' | 'headSha'>,
  path: string,
  line: number,
): string | undefined {
  if (context.repository === '' || context.headSha === '') return undefined;
  const encoded = path.split('/').map(encodePart).join('/');
  return `${context.serverUrl}/${context.repository}/blob/${context.headSha}/${encoded}#L${line}`;
}

/** Where a folder lies in the workspace: empty when it is the workspace itself, `undefined` outside of it. */
export function prefixIn(workspace: string, root: string): string | undefined {
  const path = relative(resolve(workspace), resolve(root)).replaceAll('\\', '/');
  return path.startsWith('..') || isAbsolute(path) ? undefined : path;
}

/**
 * Where a folder lies in its repository, which need not be the workspace: a job may check several repositories out side
 * by side. Empty at the top; without `.git` above, the workspace counts as the top.
 */
export function folderInRepository(workspace: string, root: string): string {
  for (let top = resolve(root); ; top = dirname(top)) {
    if (existsSync(join(top, '.git'))) return prefixIn(top, root) ?? '';
    if (top === dirname(top)) return prefixIn(workspace, root) ?? '';
  }
}

/** A path in a folder; an empty folder is the top. */
export function pathIn(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

function encodePart(part: string): string {
  try {
    return encodeURIComponent(part);
  } catch {
    return '%EF%BF%BD';
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function at(value: unknown, path: readonly string[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[key];
  }
  return here;
}
