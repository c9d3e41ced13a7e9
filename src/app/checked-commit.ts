import type { World } from './world.ts';

/** Keeps git from running anything that the repository's configuration names. */
const harmless = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

/** The commit that the working tree is at, or `undefined` without git, a repository, a commit, or with changes. */
export async function checkedCommit(world: Pick<World, 'root' | 'tools'>): Promise<string | undefined> {
  const git = (...words: readonly string[]) =>
    world.tools.run({
      command: 'git',
      arguments: ['-C', world.root, ...harmless, ...words],
      timeoutMs: 10_000,
      maxOutputBytes: 100_000,
    });
  const [head, status] = await Promise.all([
    git('rev-parse', '--verify', 'HEAD'),
    git('status', '--porcelain', '--untracked-files=normal', '--', '.'),
  ]);
  const commit = head.stdout.trim();
  const clean = status.status === 0 && status.failed === undefined && status.stdout.trim() === '';
  return head.status === 0 && clean && /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined;
}
