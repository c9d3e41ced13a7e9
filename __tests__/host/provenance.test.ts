import { forgeLink, webAddress } from '../../src/host/provenance.ts';

test.each([
  ['git@github.com:lab/sessions.git', 'https://github.com/lab/sessions'],
  ['https://user:secret@github.com/lab/sessions.git', 'https://github.com/lab/sessions'],
  [
    'ssh://git@gitlab.example.org:2222/group/part/sessions.git',
    'https://gitlab.example.org/group/part/sessions',
  ],
  ['https://github.com/lab/sessions/', 'https://github.com/lab/sessions'],
  ['/srv/git/sessions.git', undefined],
  ['file:///srv/git/sessions.git', undefined],
  ['', undefined],
])('the page of %j is %j', (remote, address) => expect(webAddress(remote)).toBe(address));

test('a line is linked to at a commit, on forges whose addresses are known', () => {
  const commit = 'c'.repeat(40);
  expect(forgeLink('https://github.com/lab/sessions', commit)?.('a b/start.sh', 3)).toBe(
    `https://github.com/lab/sessions/blob/${commit}/a%20b/start.sh#L3`,
  );
  expect(forgeLink('https://gitlab.example.org/lab/sessions', commit)?.('start.sh', 3)).toBe(
    `https://gitlab.example.org/lab/sessions/-/blob/${commit}/start.sh#L3`,
  );
  expect(forgeLink('https://code.example.org/lab/sessions', commit)).toBeUndefined();
  expect(forgeLink('https://github.com/lab/sessions', undefined)).toBeUndefined();
});
