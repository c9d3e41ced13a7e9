import { type ReleaseNames, releaseTags } from '../../../src/app/gate/release-tags.ts';
import { fakeWorld } from '../fake-world.ts';

/** Tags as git tells of them, of this commit, of the repository and of its origin. */
interface Tags {
  readonly here?: readonly string[];
  readonly local?: readonly string[];
  readonly origin?: readonly string[] | 'out of reach';
}

function tagsOf({ here = [], local = [], origin = [] }: Tags, names: Partial<ReleaseNames> = {}) {
  const world = fakeWorld({}, (_, words) => {
    const asked = words.slice(words.findIndex((word) => word === 'tag' || word === 'ls-remote')).join(' ');
    const answer = (rows: readonly string[]) => ({ stdout: rows.map((row) => `${row}\n`).join('') });
    switch (asked) {
      case 'tag --points-at HEAD':
        return answer(here);
      case 'tag --list':
        return answer([...local, ...here]);
      case 'ls-remote --tags --refs origin':
        if (origin === 'out of reach') return { status: 128, stdout: 'a\trefs/tags/v9.9.9\n' };
        return answer(origin.map((tag) => `${'a'.repeat(40)}\trefs/tags/${tag}`));
      default:
        throw new Error(`git is not to be asked for "${asked}"`);
    }
  });
  return releaseTags(world, { prefix: '', next: undefined, ...names });
}

test.each<[string, Tags, Partial<ReleaseNames>, Partial<Awaited<ReturnType<typeof releaseTags>>>]>([
  [
    'the tag of this commit is the release, and the closest one below is the one before',
    { here: ['v1.3.0'], local: ['v1.2.0', 'v1.10.0', 'v1.2.10', 'v1.2.9'] },
    {},
    { here: 'v1.3.0', before: 'v1.2.10', newest: 'v1.10.0', unread: [] },
  ],
  [
    'of two tags here the newer counts',
    { here: ['v1.3.0-rc.1', 'v1.3.0'], local: ['v1.2.0'] },
    {},
    { here: 'v1.3.0', before: 'v1.2.0' },
  ],
  [
    'a named version goes before a tag of this commit',
    { here: ['v1.3.0'], local: ['v1.2.0'] },
    { next: '2.0.0' },
    { here: '2.0.0', before: 'v1.3.0', newest: 'v1.3.0' },
  ],
  [
    'the release itself is not the one before it, however it is written',
    { local: ['v1.3.0', 'v1.2.0'] },
    { next: '1.3.0' },
    { before: 'v1.2.0', newest: 'v1.2.0' },
  ],
  [
    'a pre-release is no release to compare with',
    { here: ['v1.3.0'], local: ['v1.3.0-rc.2', 'v1.2.0'] },
    {},
    { before: 'v1.2.0', newest: 'v1.2.0' },
  ],
  [
    'without a version here the newest of all is the one before',
    { local: ['v1.2.0', 'v1.3.0'] },
    {},
    { here: undefined, before: 'v1.3.0', newest: 'v1.3.0' },
  ],
  [
    'a clone without tags asks the origin',
    { here: ['v1.3.0'], origin: ['v1.1.0', 'v1.2.0', 'nightly'] },
    {},
    { before: 'v1.2.0', newest: 'v1.2.0' },
  ],
  [
    'an origin that is out of reach has no tags',
    { here: ['v1.3.0'], local: ['v1.2.0'], origin: 'out of reach' },
    {},
    { before: 'v1.2.0', newest: 'v1.2.0' },
  ],
  [
    'what names no version is told',
    { here: ['v1.3', 'stable', 'v1.3.0'], local: ['v1.2.0'] },
    {},
    { here: 'v1.3.0', unread: ['v1.3', 'stable'] },
  ],
  [
    'with a prefix the tags of other workflows do not count',
    { here: ['hpc-v1.3.0', 'ml-v7.0.0'], local: ['hpc-v1.2.0', 'ml-v6.0.0', 'v9.0.0', 'hpc-notes'] },
    { prefix: 'hpc-' },
    { here: 'hpc-v1.3.0', before: 'hpc-v1.2.0', newest: 'hpc-v1.2.0', unread: ['ml-v7.0.0'] },
  ],
  [
    'a version may be named with the prefix or without',
    { local: ['hpc-v1.3.0', 'hpc-v1.2.0'] },
    { prefix: 'hpc-', next: '1.3.0' },
    { here: '1.3.0', before: 'hpc-v1.2.0', newest: 'hpc-v1.2.0' },
  ],
])('%s', async (_, tags, names, expected) => {
  expect(await tagsOf(tags, names)).toMatchObject(expected);
});

test('a repository without any release has none before', async () => {
  expect(await tagsOf({ local: ['stable'] })).toEqual({
    here: undefined,
    before: undefined,
    newest: undefined,
    unread: [],
  });
});
