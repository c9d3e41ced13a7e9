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
    'a tag without the prefix that was named',
    { here: undefined, unread: ['v1.3.0'], prefix: 'hpc-' },
    /"v1\.3\.0" names none; expected a tag such as hpc-1\.2\.3/,
  ],
  [
    'a version below the newest release',
    { here: 'v1.1.5', before: 'v1.1.4' },
    /below "v1\.2\.0".*--base v1\.1\.4/,
  ],
  ['a version not above the named base', { base: 'v1.3.0' }, /"v1\.3\.0" is not above "v1\.3\.0"/],
  ['no release before', { before: undefined, newest: undefined }, /no release before this one was found/],
  [
    'a first release that is none',
    { first: 'first' },
    /said to be the first release, but there is "v1\.2\.0"/,
  ],
])('%s keeps it shut', (_, facts, reason) => {
  expect(releaseReasons({ ...sound, ...facts }).join()).toMatch(reason);
});
