import { commitOf, gitOf, succeeded } from './changes/git.ts';
import type { World } from './world.ts';

/** The commit that the working tree is at, or `undefined` without git, a repository, a commit, or with changes. */
export async function checkedCommit(world: Pick<World, 'root' | 'tools'>): Promise<string | undefined> {
  const git = gitOf(world);
  const [commit, status] = await Promise.all([
    commitOf(git, 'HEAD'),
    git('status', '--porcelain', '--untracked-files=normal', '--', '.'),
  ]);
  return succeeded(status) && status.stdout.trim() === '' ? commit : undefined;
}
