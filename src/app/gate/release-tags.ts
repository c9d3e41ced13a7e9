import type { SemVer } from 'semver';
import { gitOf, succeeded } from '../changes/git.ts';
import type { World } from '../world.ts';
import { newerFirst, readVersion } from './version.ts';

/** What a repository's tags say about releases. */
export interface ReleaseTags {
  /** The version to be released, as it was named or as a tag of this commit has it. */
  readonly here: string | undefined;
  /** The newest release that is below that version, or the newest of all when it is not known. */
  readonly before: string | undefined;
  /** The newest release of all but this one. */
  readonly newest: string | undefined;
  /** The tags of this commit that name no version. */
  readonly unread: readonly string[];
}

/** Which tags are releases, and what is known of the next one. */
export interface ReleaseNames {
  /** What stands before the version in the tags of releases. */
  readonly prefix: string;
  /** The version to be released, when it is known by other means than a tag. */
  readonly next: string | undefined;
}

/** The version that a person names, with the prefix of the tags or without; `undefined` when it is none. */
export function namedVersion(text: string | undefined, prefix: string): SemVer | undefined {
  return text === undefined ? undefined : (versionOfTag(text, prefix) ?? readVersion(text));
}

/** The version that a tag names; `undefined` when it is no release. */
function versionOfTag(tag: string, prefix: string): SemVer | undefined {
  return tag.startsWith(prefix) ? readVersion(tag.slice(prefix.length)) : undefined;
}

/** Finds release tags, in the repository and, because a checkout of depth 1 has none, at its origin. */
export async function releaseTags(
  world: Pick<World, 'root' | 'tools'>,
  { prefix, next }: ReleaseNames,
): Promise<ReleaseTags> {
  const git = gitOf(world);
  const [pointing, local, remote] = await Promise.all([
    git('tag', '--points-at', 'HEAD'),
    git('tag', '--list'),
    git('ls-remote', '--tags', '--refs', 'origin'),
  ]);
  const lines = (outcome: typeof local): readonly string[] =>
    succeeded(outcome) ? outcome.stdout.split('\n').filter((line) => line !== '') : [];
  const isRelease = (tag: string): boolean => versionOfTag(tag, prefix) !== undefined;
  const sorted = (tags: Iterable<string>): readonly string[] =>
    [...new Set(tags)].filter(isRelease).sort((a, b) => {
      const [left, right] = [versionOfTag(a, prefix), versionOfTag(b, prefix)];
      return left && right ? newerFirst(left, right) : 0;
    });
  const own = lines(pointing);
  const here = next ?? sorted(own)[0];
  const version = namedVersion(here, prefix);
  const fetched = lines(remote).flatMap((line) => line.split('refs/tags/')[1] ?? []);
  const others = sorted([...lines(local), ...fetched]).filter((tag) => {
    const one = versionOfTag(tag, prefix);
    return one?.prerelease.length === 0 && (version === undefined || newerFirst(one, version) !== 0);
  });
  return {
    here,
    newest: others[0],
    before: others.find((tag) => {
      const one = versionOfTag(tag, prefix);
      return version === undefined || (one !== undefined && newerFirst(one, version) > 0);
    }),
    unread: own.filter((tag) => !isRelease(tag)),
  };
}
