import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesOtherThanAtHead } from '../../../src/app/changes/files-other-than-at-head.ts';
import { type ChangeBase, findChanges } from '../../../src/app/changes/find-changes.ts';
import { nodeToolRunner } from '../../../src/host/processes/tool-runner.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'changes-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function git(where: string, ...words: readonly string[]): string {
  return execFileSync('git', ['-C', where, '-c', 'user.name=n', '-c', 'user.email=e@x', ...words], {
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

function commit(where: string, path: string, text: string): string {
  mkdirSync(dirname(join(where, path)), { recursive: true });
  writeFileSync(join(where, path), text);
  git(where, 'add', '-A');
  git(where, 'commit', '-q', '-m', path);
  return git(where, 'rev-parse', 'HEAD');
}

/** An origin with a pull request, as GitHub has it: main has moved on, and a merge commit joins both. */
function origin() {
  const where = join(folder, 'origin');
  mkdirSync(where);
  git(where, 'init', '-q', '-b', 'main');
  git(where, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  const first = commit(where, 'workflows/a/workflow.yaml', 'one\ntwo\n');
  git(where, 'checkout', '-q', '-b', 'feature');
  commit(where, 'utils/wait.sh', 'wait\n');
  const head = commit(where, 'workflows/a/workflow.yaml', 'one\nchanged\n');
  git(where, 'checkout', '-q', 'main');
  const base = commit(where, 'README.md', 'main moved on\n');
  git(where, 'checkout', '-q', '-b', 'merge');
  git(where, 'merge', '-q', '--no-ff', 'feature', '-m', 'merge');
  const merge = git(where, 'rev-parse', 'HEAD');
  return { where, first, head, base, merge };
}

/** A checkout of one commit without history, as actions/checkout makes it. */
function shallow(where: string, sha: string): string {
  const clone = join(folder, 'clone');
  mkdirSync(clone);
  git(clone, 'init', '-q');
  git(clone, 'remote', 'add', 'origin', `file://${where}`);
  git(clone, 'fetch', '-q', '--depth=1', 'origin', sha);
  git(clone, 'checkout', '-q', sha);
  return clone;
}

const find = (root: string, base: ChangeBase) => findChanges(base, { root, tools: nodeToolRunner() });

const paths = async (root: string, base: ChangeBase) => {
  const found = await find(root, base);
  return found.kind === 'changes' ? found.changes.map((change) => change.path).sort() : found.why;
};

test('a branch that merged its base by itself is compared with where it left it, not with its own first parent', async () => {
  const { where } = origin();
  git(where, 'checkout', '-q', 'feature');
  git(where, 'merge', '-q', '--no-edit', 'main');
  const headSha = git(where, 'rev-parse', 'HEAD');
  const baseSha = git(where, 'rev-parse', 'main');
  const expected = ['utils/wait.sh', 'workflows/a/workflow.yaml'];
  expect(await paths(where, { kind: 'pull-request', baseSha, headSha })).toEqual(expected);
  const clone = shallow(where, headSha);
  expect(await paths(clone, { kind: 'pull-request', baseSha, headSha })).toEqual(expected);
});

test('a pull request checked out at depth 1 is deepened, and what happened on its base does not count', async () => {
  const { where, base, merge } = origin();
  const clone = shallow(where, merge);
  const found = await find(clone, {
    kind: 'pull-request',
    baseSha: base,
    headSha: git(where, 'rev-parse', `${merge}^2`),
  });
  expect(found).toMatchObject({
    kind: 'changes',
    changes: [
      { path: 'utils/wait.sh', lines: [{ first: 1, last: 1 }] },
      { path: 'workflows/a/workflow.yaml', lines: [{ first: 2, last: 2 }] },
    ],
  });
});

test('a merge queue is compared with its base, which is fetched', async () => {
  const { where, base, merge } = origin();
  expect(await paths(shallow(where, merge), { kind: 'commit', sha: base })).toEqual([
    'utils/wait.sh',
    'workflows/a/workflow.yaml',
  ]);
});

test('a base that cannot be fetched is asked of the server, and without an answer everything is checked', async () => {
  const { where, merge } = origin();
  const clone = shallow(where, merge);
  git(clone, 'remote', 'set-url', 'origin', `file://${folder}/gone`);
  const base: ChangeBase = { kind: 'commit', sha: '1'.repeat(40) };
  const world = { root: clone, tools: nodeToolRunner() };
  expect(await findChanges(base, world)).toMatchObject({ kind: 'unknown' });
  const answer = { kind: 'changes' as const, changes: [{ path: 'x', lines: undefined }], since: 'api' };
  expect(await findChanges(base, world, async () => answer)).toEqual(answer);
});

test('a named revision is compared from where the work left it, uncommitted files included', async () => {
  const { where } = origin();
  git(where, 'checkout', '-q', 'feature');
  writeFileSync(join(where, 'new.sh'), 'x\n');
  writeFileSync(join(where, 'utils/wait.sh'), 'other\n');
  expect(await paths(where, { kind: 'revision', revision: 'main' })).toEqual([
    'new.sh',
    'utils/wait.sh',
    'workflows/a/workflow.yaml',
  ]);
  expect(await paths(where, { kind: 'default-branch' })).toEqual([
    'new.sh',
    'utils/wait.sh',
    'workflows/a/workflow.yaml',
  ]);
});

test.each<[string, ChangeBase, RegExp]>([
  ['a tag', { kind: 'everything', why: 'a tag is checked whole' }, /a tag is checked whole/],
  ['an unknown revision', { kind: 'revision', revision: 'nope' }, /"nope" is not to be found/],
  ['an option in place of a revision', { kind: 'revision', revision: '--output=x' }, /not to be found/],
])('%s means everything, with the reason', async (_, base, why) => {
  const { where } = origin();
  expect(await paths(where, base)).toMatch(why);
});

test('outside of a repository everything is checked', async () => {
  expect(await paths(folder, { kind: 'default-branch' })).toMatch(/was not found/);
});

test('files that main changed too are known to be other than on the pull request', async () => {
  const { where } = origin();
  const world = { root: where, tools: nodeToolRunner() };
  const head = git(where, 'rev-parse', 'feature');
  expect(await filesOtherThanAtHead(world, head)).toEqual(new Set(['README.md']));
  expect(await filesOtherThanAtHead(world, 'f'.repeat(40))).toEqual(new Set());
  git(where, 'checkout', '-q', 'feature');
  expect(await filesOtherThanAtHead(world, head)).toEqual(new Set());
});
