import type { Bump } from '../compare-forms.ts';

/** A release number; what follows a `-` makes it a pre-release. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly pre: string;
}

/** Reads `v1.2.3` or `1.2.3-rc.1`; `undefined` for anything else. */
export function readVersion(text: string): Version | undefined {
  const match = /^v?(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/.exec(text);
  if (match === null) return undefined;
  return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3]), pre: match[4] ?? '' };
}

/** Newest first; a release stands above its pre-releases. */
export function newerFirst(left: Version, right: Version): number {
  return (
    right.major - left.major ||
    right.minor - left.minor ||
    right.patch - left.patch ||
    (left.pre === right.pre ? 0 : left.pre === '' ? -1 : right.pre === '' ? 1 : left.pre < right.pre ? 1 : -1)
  );
}

/** The bump from one version to another. Below 1.0.0 a new minor number may break, as semantic versioning allows. */
export function bumpBetween(before: Version, after: Version): Bump {
  if (after.major > before.major) return 'major';
  if (after.major < before.major) return 'none';
  if (after.minor > before.minor) return before.major === 0 ? 'major' : 'minor';
  if (after.minor < before.minor) return 'none';
  return after.patch > before.patch ? (before.major === 0 ? 'minor' : 'patch') : 'none';
}
