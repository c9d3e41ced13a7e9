import type { World } from '../world.ts';
import { commitOf, gitOf, succeeded } from './git.ts';

/**
 * The files that are not as at the head of the pull request, because the checked out commit merges it into its base:
 * there, lines have other numbers than those that people see on the pull request. Empty when anything else is checked out.
 */
export async function filesOtherThanAtHead(
  world: Pick<World, 'root' | 'tools'>,
  headSha: string,
): Promise<ReadonlySet<string>> {
  const git = gitOf(world);
  if ((await commitOf(git, 'HEAD^2')) !== headSha) return new Set();
  const diff = await git(
    'diff',
    '--no-ext-diff',
    '--no-renames',
    '--relative',
    '--name-only',
    '-z',
    'HEAD^2',
    'HEAD',
  );
  return new Set(succeeded(diff) ? diff.stdout.split('\0').filter((path) => path !== '') : []);
}
