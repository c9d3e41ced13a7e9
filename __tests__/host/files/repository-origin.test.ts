import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryOrigin } from '../../../src/host/files/repository-origin.ts';

describe('repositoryOrigin', () => {
  let root = '';
  const write = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'origin-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const config = (url: string): string =>
    `[core]\n\tbare = false\n[remote "upstream"]\n\turl = https://example.org/no/way.git\n[remote "origin"]\n\turl = ${url}\n\tfetch = x\n`;

  test.each([
    ['https://example.org/Lab/Sessions.git', 'lab/sessions'],
    ['https://user@example.org:8443/lab/sessions/', 'lab/sessions'],
    ['git@example.org:lab/sessions.git', 'lab/sessions'],
    ['ssh://git@example.org/group/part/sessions', 'group/part/sessions'],
  ])('reads the name in %s', (url, name) => {
    write('.git/config', config(url));
    expect(repositoryOrigin(root, {}).names).toEqual([name]);
  });

  test.each(['/srv/git/lab/sessions.git', '../lab/sessions', 'file:///srv/lab/sessions'])(
    'takes the folder %s for no name',
    (url) => {
      write('.git/config', config(url));
      expect(repositoryOrigin(root, {}).names).toEqual([]);
    },
  );

  test('knows the default branch of the remote and the one that is checked out', () => {
    write('.git/refs/remotes/origin/HEAD', 'ref: refs/remotes/origin/canary\n');
    write('.git/HEAD', 'ref: refs/heads/fix/one\n');
    expect(repositoryOrigin(root, {}).branches).toEqual(['canary', 'fix/one']);
  });

  test('follows a worktree to what it shares', () => {
    write('main/.git/config', config('https://example.org/lab/sessions'));
    write('main/.git/worktrees/side/HEAD', 'ref: refs/heads/side\n');
    write('main/.git/worktrees/side/commondir', '../..\n');
    write('side/.git', `gitdir: ${join(root, 'main/.git/worktrees/side')}\n`);
    expect(repositoryOrigin(join(root, 'side'), {})).toEqual({ names: ['lab/sessions'], branches: ['side'] });
  });

  test('believes the variables of GitHub about its own workspace only', () => {
    write('event.json', JSON.stringify({ repository: { default_branch: 'trunk' } }));
    const environment = {
      GITHUB_REPOSITORY: 'Lab/Sessions',
      GITHUB_EVENT_PATH: join(root, 'event.json'),
      GITHUB_WORKSPACE: root,
    };
    expect(repositoryOrigin(root, environment)).toEqual({ names: ['lab/sessions'], branches: ['trunk'] });
    expect(repositoryOrigin(root, { ...environment, GITHUB_WORKSPACE: join(root, 'other') })).toEqual({
      names: [],
      branches: [],
    });
  });

  test('says nothing about a folder that is no repository', () => {
    expect(repositoryOrigin(join(root, 'nowhere'), {})).toEqual({ names: [], branches: [] });
  });
});
