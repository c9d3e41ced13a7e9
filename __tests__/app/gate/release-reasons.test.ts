import { type ReleaseFacts, releaseReasons } from '../../../src/app/gate/release-reasons.ts';

const sound: ReleaseFacts = {
  here: 'v1.3.0',
  before: 'v1.2.0',
  newest: 'v1.2.0',
  unread: [],
  base: undefined,
  first: 'not-first',
  prefix: '',
};

test.each<[string, Partial<ReleaseFacts>]>([
  ['a version above the newest release', {}],
  ['a first release that is said to be one', { before: undefined, newest: undefined, first: 'first' }],
  ['a release since what is no version', { base: 'main' }],
  ['an older line whose release before is named', { here: 'v1.1.5', newest: 'v1.2.0', base: 'v1.1.4' }],
  [
    'tags with a prefix that is named',
    { here: 'hpc-v2.0.0', before: 'hpc-v1.9.0', newest: 'hpc-v1.9.0', prefix: 'hpc-' },
  ],
])('%s is no reason to keep the gate shut', (_, facts) => {
  expect(releaseReasons({ ...sound, ...facts })).toEqual([]);
});

test.each<[string, Partial<ReleaseFacts>, RegExp]>([
  ['no tag and no version', { here: undefined }, /not known: no tag here; expected a tag such as v1\.2\.3/],
  ['a tag of two numbers', { here: undefined, unread: ['v1.3'] }, /"v1\.3" names none.*--tag-prefix/],
  [
    'several tags that name none',
    { here: undefined, unread: ['v1.3', 'stable'] },
    /: "v1\.3", "stable" names none/,
  ],
  [
    'a tag without the prefix that was named',
    { here: undefined, unread: ['v1.3.0'], prefix: 'hpc-' },
    /"v1\.3\.0" names none; expected a tag such as hpc-1\.2\.3, or --next VERSION$/,
  ],
  [
    'a version below the newest release',
    { here: 'v1.1.5', before: 'v1.1.4' },
    /below "v1\.2\.0".*--base v1\.1\.4/,
  ],
  [
    'a version below every release',
    { here: 'v0.9.0', before: undefined },
    /below "v1\.2\.0", the newest release: name the release before it when an older line is continued/,
  ],
  ['a version not above the named base', { base: 'v1.3.0' }, /"v1\.3\.0" is not above "v1\.3\.0"/],
  ['no release before', { before: undefined, newest: undefined }, /no release before this one was found/],
  [
    'a first release that is none',
    { first: 'first', newest: 'v1.4.0' },
    /said to be the first release, but there is "v1\.2\.0"/,
  ],
  [
    'a first release below one that there is',
    { first: 'first', here: 'v0.9.0', before: undefined },
    /said to be the first release, but there is "v1\.2\.0"/,
  ],
  [
    'a first release after one that is named',
    { first: 'first', base: 'main', before: undefined, newest: undefined },
    /said to be the first release, but there is "main"/,
  ],
])('%s keeps it shut', (_, facts, reason) => {
  expect(releaseReasons({ ...sound, ...facts }).join()).toMatch(reason);
});
