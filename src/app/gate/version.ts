import { compare, parse, type SemVer } from 'semver';
import type { Bump } from '../compare/form-change.ts';

/** Reads `v1.2.3` or `1.2.3-rc.1`; `undefined` for anything else. */
export function readVersion(text: string): SemVer | undefined {
  return parse(text) ?? undefined;
}

/** Newest first, by the precedence of Semantic Versioning 2.0.0: a release stands above its pre-releases. */
export function newerFirst(left: SemVer, right: SemVer): number {
  return compare(right, left);
}

/** The bump from one version to another. Below 1.0.0 a new minor number may break, as semantic versioning allows. */
export function bumpBetween(before: SemVer, after: SemVer): Bump {
  if (after.major > before.major) return 'major';
  if (after.major < before.major) return 'none';
  if (after.minor > before.minor) return before.major === 0 ? 'major' : 'minor';
  if (after.minor < before.minor) return 'none';
  return after.patch > before.patch ? (before.major === 0 ? 'minor' : 'patch') : 'none';
}
