import type { ToolOutcome } from '../../ports/tool-runner.ts';
import type { World } from '../world.ts';

/** What is asked of git: words in, an outcome out. */
export type Git = (...words: readonly string[]) => Promise<ToolOutcome>;

/** Keeps git from running what the repository's configuration names, and from asking for a password. */
const harmless = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.quotePath=true',
  '-c',
  'credential.interactive=false',
  '-c',
  'core.askPass=true',
] as const;

/** Milliseconds that one call of git may take; fetching goes over the network. */
const patienceMs = 60_000;

/** Git on a repository. */
export function gitOf(world: Pick<World, 'root' | 'tools'>): Git {
  return (...words) =>
    world.tools.run({
      command: 'git',
      arguments: ['-C', world.root, ...harmless, ...words],
      timeoutMs: patienceMs,
      maxOutputBytes: 64_000_000,
    });
}

/** Whether git did what it was asked. */
export function succeeded(outcome: ToolOutcome): boolean {
  return outcome.failed === undefined && outcome.status === 0;
}

/** The full name of a commit that is here, or `undefined`. */
export async function commitOf(git: Git, revision: string): Promise<string | undefined> {
  if (revision === '' || revision.startsWith('-')) return undefined;
  const outcome = await git('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  const commit = outcome.stdout.trim();
  return succeeded(outcome) && /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined;
}

/** The commit that the working tree is at, or `undefined` without git, a repository, a commit, or with changes. */
export async function checkedCommit(world: Pick<World, 'root' | 'tools'>): Promise<string | undefined> {
  const git = gitOf(world);
  const [commit, status] = await Promise.all([
    commitOf(git, 'HEAD'),
    git('status', '--porcelain', '--untracked-files=normal', '--', '.'),
  ]);
  return succeeded(status) && status.stdout.trim() === '' ? commit : undefined;
}
