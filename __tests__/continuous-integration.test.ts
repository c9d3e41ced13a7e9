import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

// The two scripts in ci.yml that decide what a change must pass, run as GitHub runs them.

const { jobs } = parse(readFileSync('.github/workflows/ci.yml', 'utf8'));
const scriptOf = (job: string): string =>
  jobs[job].steps.findLast((step: { readonly run?: string }) => step.run !== undefined).run;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lane-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function git(...words: readonly string[]): void {
  execFileSync('git', ['-C', folder, '-c', 'user.name=n', '-c', 'user.email=e@x', ...words], {
    stdio: 'ignore',
  });
}

function commit(paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), 'text\n');
  }
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'change');
}

function bash(script: string, env: Readonly<Record<string, string>>): number | null {
  const words = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  return spawnSync('bash', words, { cwd: folder, env: { PATH: process.env['PATH'], ...env } }).status;
}

/** The lane of a merge that changes these files; the event decides too. */
function laneOf(changed: readonly string[], event = 'pull_request'): string {
  git('init', '-q', '-b', 'main');
  commit(['src/main.ts', 'README.md']);
  git('checkout', '-q', '-b', 'feature');
  commit(changed);
  git('checkout', '-q', 'main');
  git('merge', '-q', '--no-ff', 'feature', '-m', 'merge');
  const output = join(folder, '.git/output');
  expect(bash(scriptOf('changes'), { EVENT: event, GITHUB_OUTPUT: output })).toBe(0);
  return readFileSync(output, 'utf8').trim();
}

test.each([
  [['docs/a.md', 'docs/adr/0009-b.md']],
  [['CONTRIBUTING.md', '.changeset/new-thing.md']],
  [['.github/CODEOWNERS', '.github/ISSUE_TEMPLATE/bug.yml', '.github/pull_request_template.md']],
])('documents alone take the fast lane: %j', (changed) => {
  expect(laneOf(changed)).toBe('lane=docs');
});

test.each([
  [['docs/a.md', 'src/more.ts']],
  [['examples/README.md']],
  [['__tests__/fixtures/a/README.md']],
  [['docs/picture.js']],
  [['action.yml']],
  [['.github/workflows/ci.yml']],
  [['package.json']],
  [['dist/notes.md']],
  [[]],
])('everything is checked of %j', (changed) => {
  expect(laneOf(changed)).toBe('lane=everything');
});

test.each(['push', 'merge_group'])('everything is checked on %s', (event) => {
  expect(laneOf(['docs/a.md'], event)).toBe('lane=everything');
});

test.each([
  ['everything', 'success success', 'success success success', 0],
  ['docs', 'success success', 'skipped skipped skipped', 0],
  ['everything', 'success success', 'success skipped success', 1],
  ['everything', 'success success', 'success success failure', 1],
  ['everything', 'success success', 'cancelled success success', 1],
  ['everything', 'success failure', 'success success success', 1],
  ['docs', 'success failure', 'skipped skipped skipped', 1],
  ['docs', 'success success', 'skipped skipped failure', 1],
  ['', 'failure success', 'skipped skipped skipped', 1],
])('ci-ok in lane %j with %j and %j ends with %d', (lane, always, slow, status) => {
  expect(bash(scriptOf('ci-ok'), { LANE: lane, ALWAYS: always, SLOW: slow })).toBe(status);
});

test('ci-ok waits for every other job', () => {
  const { 'ci-ok': ok, ...others } = jobs;
  expect([...ok.needs].sort()).toEqual(Object.keys(others).sort());
});
