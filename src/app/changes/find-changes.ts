import type { World } from '../world.ts';
import type { Change, Changes } from './change.ts';
import { commitOf, type Git, gitOf, succeeded } from './git.ts';
import { parseDiff } from './parse-diff.ts';

/** Where a change begins. */
export type ChangeBase =
  /** A revision that the user names. */
  | { readonly kind: 'revision'; readonly revision: string }
  /** The branch that work goes to, found in the repository. */
  | { readonly kind: 'default-branch' }
  /** A pull request, checked out as its head or as the commit by which GitHub merges it into its base. */
  | { readonly kind: 'pull-request'; readonly baseSha: string; readonly headSha: string }
  /** A commit that the checked out one follows: a merge queue's base, what a branch was before a push. */
  | { readonly kind: 'commit'; readonly sha: string }
  /** Found out before. */
  | { readonly kind: 'known'; readonly changes: Changes }
  /** Nothing to compare with: a tag, a new branch, the first commit. */
  | { readonly kind: 'everything'; readonly why: string };

/**
 * Finds what changed, with as little history as there is: what is here, else deepening the history, else the server,
 * else it says why everything has to be checked. Never fails.
 *
 * @param remote asks the server for the list of files, when there is one to ask
 */
export async function findChanges(
  base: ChangeBase,
  world: Pick<World, 'root' | 'tools'>,
  remote: () => Promise<Changes | undefined> = async () => undefined,
): Promise<Changes> {
  if (base.kind === 'everything') return { kind: 'unknown', why: base.why };
  if (base.kind === 'known') return base.changes;
  const git = gitOf(world);
  const start = await startOf(base, git);
  if (start !== undefined) {
    const changes = await changesSince(start, base.kind, git);
    if (changes !== undefined) return { kind: 'changes', changes, since: start };
  }
  const answer = await remote();
  if (answer !== undefined) return answer;
  return { kind: 'unknown', why: whyUnknown(base) };
}

type SearchedBase = Exclude<ChangeBase, { readonly kind: 'everything' | 'known' }>;

async function startOf(base: SearchedBase, git: Git): Promise<string | undefined> {
  switch (base.kind) {
    case 'revision':
      return (await mergeBase(git, base.revision)) ?? (await fetched(git, base.revision));
    case 'default-branch':
      return defaultBranch(git);
    case 'pull-request':
      return pullRequestBase(git, base);
    case 'commit':
      return (await commitOf(git, base.sha)) ?? (await fetched(git, base.sha));
  }
}

/** Where the work left a revision: so that what happened there since does not count. */
async function mergeBase(git: Git, revision: string): Promise<string | undefined> {
  const commit = await commitOf(git, revision);
  if (commit === undefined) return undefined;
  const outcome = await git('merge-base', commit, 'HEAD');
  return succeeded(outcome) ? outcome.stdout.trim() : commit;
}

async function fetched(git: Git, revision: string): Promise<string | undefined> {
  if (revision.startsWith('-')) return undefined;
  const outcome = await git('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', revision);
  if (!succeeded(outcome)) return undefined;
  return (await commitOf(git, revision)) ?? commitOf(git, 'FETCH_HEAD');
}

async function defaultBranch(git: Git): Promise<string | undefined> {
  const named = await git('symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD');
  const branches = [named.stdout.trim(), 'origin/main', 'origin/master', 'main', 'master'];
  for (const branch of branches) {
    const start = branch === '' ? undefined : await mergeBase(git, branch);
    if (start !== undefined) return start;
  }
  return undefined;
}

/**
 * Where a pull request begins: the first parent of GitHub's merge commit, which a checkout of depth 1 does not have yet;
 * of any other commit, where the work left the base. A branch may have merged its base by itself, so two parents alone
 * do not make GitHub's merge commit: its second parent is the head of the pull request.
 */
async function pullRequestBase(
  git: Git,
  { baseSha, headSha }: Extract<ChangeBase, { readonly kind: 'pull-request' }>,
): Promise<string | undefined> {
  const [first, second] = await parentsOfHead(git);
  if (second === headSha && first !== undefined) {
    if ((await commitOf(git, first)) === undefined) await fetchMore(git, 1);
    return (await commitOf(git, first)) ?? (await fetched(git, baseSha));
  }
  return (await commonAncestor(git, baseSha)) ?? fetched(git, baseSha);
}

/** The parents of the checked out commit, as it names them, whether they are here or not. */
async function parentsOfHead(git: Git): Promise<readonly string[]> {
  const commit = await git('cat-file', '-p', 'HEAD');
  if (!succeeded(commit)) return [];
  const header = commit.stdout.split('\n\n')[0] ?? '';
  return [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, sha = '']) => sha);
}

/** How much history is asked for, when a shallow clone does not reach back to where the work left its base. */
const enoughCommits = 200;

async function commonAncestor(git: Git, baseSha: string): Promise<string | undefined> {
  if (!/^[0-9a-f]{40,64}$/.test(baseSha)) return undefined;
  const known = await git('merge-base', baseSha, 'HEAD');
  if (succeeded(known)) return known.stdout.trim();
  await fetchMore(git, enoughCommits);
  await git('fetch', '--quiet', '--no-tags', `--depth=${enoughCommits}`, 'origin', baseSha);
  const found = await git('merge-base', baseSha, 'HEAD');
  return succeeded(found) ? found.stdout.trim() : undefined;
}

async function fetchMore(git: Git, commits: number): Promise<void> {
  await git('fetch', '--quiet', '--no-tags', `--deepen=${commits}`, 'origin');
}

/** What the checked out files have that a commit has not; changes that are not committed count for people. */
async function changesSince(
  start: string,
  kind: ChangeBase['kind'],
  git: Git,
): Promise<readonly Change[] | undefined> {
  const committed = kind === 'pull-request' || kind === 'commit';
  const range = committed ? [start, 'HEAD'] : [start];
  const [diff, untracked] = await Promise.all([
    git(
      'diff',
      '--no-ext-diff',
      '--no-textconv',
      '--no-color',
      '--no-renames',
      '--relative',
      '--unified=0',
      ...range,
      '--',
    ),
    committed ? undefined : git('ls-files', '-z', '--others', '--exclude-standard'),
  ]);
  if (!succeeded(diff)) return undefined;
  const fresh = untracked !== undefined && succeeded(untracked) ? untracked.stdout.split('\0') : [];
  return [
    ...parseDiff(diff.stdout),
    ...fresh.filter((path) => path !== '').map((path) => ({ path, lines: undefined })),
  ];
}

function whyUnknown(base: SearchedBase): string {
  switch (base.kind) {
    case 'revision':
      return `"${base.revision}" is not to be found in this repository`;
    case 'default-branch':
      return 'the branch to compare with was not found';
    case 'pull-request':
      return 'the base of the pull request could not be fetched';
    case 'commit':
      return `the commit ${base.sha.slice(0, 12)} could not be fetched`;
  }
}
