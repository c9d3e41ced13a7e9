import { gitOf, succeeded } from '../changes/git.ts';
import type { World } from '../world.ts';
import { newerFirst, readVersion } from './version.ts';

/** The tag of the checked out commit and the newest release below it, by name. */
export interface ReleaseTags {
  readonly here: string | undefined;
  readonly before: string | undefined;
}

/**
 * Finds release tags, in the repository and, because a checkout of depth 1 has none, at its origin.
 *
 * @param next the version to be released, when it is known by other means
 */
export async function releaseTags(
  world: Pick<World, 'root' | 'tools'>,
  next: string | undefined,
): Promise<ReleaseTags> {
  const git = gitOf(world);
  const [pointing, local, remote] = await Promise.all([
    git('tag', '--points-at', 'HEAD'),
    git('tag', '--list'),
    git('ls-remote', '--tags', '--refs', 'origin'),
  ]);
  const names = (outcome: typeof local, read: (line: string) => string): readonly string[] =>
    succeeded(outcome)
      ? outcome.stdout
          .split('\n')
          .map(read)
          .filter((name) => readVersion(name))
      : [];
  const here = next ?? sorted(names(pointing, (line) => line.trim()))[0];
  const all = [
    ...names(local, (line) => line.trim()),
    ...names(remote, (line) => line.split('refs/tags/')[1]?.trim() ?? ''),
  ];
  const own = here === undefined ? undefined : readVersion(here);
  const before = sorted([...new Set(all)]).find((name) => {
    const version = readVersion(name);
    if (version === undefined || version.prerelease.length > 0) return false;
    return own === undefined ? true : newerFirst(version, own) > 0;
  });
  return { here, before };
}

function sorted(names: readonly string[]): readonly string[] {
  return names.toSorted((a, b) => {
    const [left, right] = [readVersion(a), readVersion(b)];
    return left && right ? newerFirst(left, right) : 0;
  });
}
