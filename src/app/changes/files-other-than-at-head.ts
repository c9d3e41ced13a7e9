import type { World } from '../world.ts';
import { commitOf, gitOf, succeeded } from './git.ts';

/**
 * The files of a merge commit that are not as in its second parent, the head of the pull request: there, lines have other
 * numbers than those that people see on the pull request. Empty when the checked out commit is no merge.
 */
export async function filesOtherThanAtHead(
  world: Pick<World, 'root' | 'tools'>,
): Promise<ReadonlySet<string>> {
  const git = gitOf(world);
  if ((await commitOf(git, 'HEAD^2')) === undefined) return new Set();
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
