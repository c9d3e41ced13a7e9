import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/program.ts';
import { fakeStreams } from './fake-streams.ts';

// A release `v1` with three workflows: two where they usually are, one of them with an endpoint, and one elsewhere.

const form = (inputs: string): string => `jobs: {}\n"on": {execute: {inputs: {${inputs}}}}\n`;
const served = (name: string): string =>
  `jobs:\n  serve:\n    steps:\n      - run: pw endpoints run --name "${name}" -- app --port {port}\n`;
const configuration = 'workflows: ["flows/*.yaml"]\n';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'compare-'));
  git('init', '-q');
  write('workflows/one/workflow.yaml', form('a: {type: string, default: x}'));
  write('workflows/two/workflow.yaml', served('chat-$PW_RUN_SLUG'));
  write('flows/other.yaml', form('b: {type: string, default: x}'));
  write('other.yml', configuration);
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  git('tag', 'v1');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(...words: readonly string[]): void {
  execFileSync('git', ['-C', root, '-c', 'user.name=n', '-c', 'user.email=e@x', ...words], {
    env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1' },
    stdio: 'ignore',
  });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function compared(...words: readonly string[]) {
  const { streams, seen } = fakeStreams();
  const status = await main(['compare', 'v1', ...words], streams);
  return { status, ...seen };
}

test('an endpoint that is renamed breaks who knows its name', async () => {
  write('workflows/two/workflow.yaml', served('talk-$PW_RUN_SLUG'));
  const { status, out } = await compared(root);
  expect(status).toBe(1);
  expect(out).toContain(
    'the endpoint "chat-$PW_RUN_SLUG" is gone; "talk-$PW_RUN_SLUG" is new: was it renamed?',
  );
});

test('a file that cannot be read is a wrong request, whichever side it is on', async () => {
  write('workflows/one/workflow.yaml', 'jobs: {\n');
  const now = await compared(root);
  expect([now.status, now.out]).toEqual([2, '']);
  expect(now.err).toMatch(/workflows\/one\/workflow\.yaml:\d+:\d+: the form cannot be compared: /);
  git('add', '-A');
  git('commit', '-q', '-m', 'broken');
  git('tag', '-f', 'v1', 'HEAD');
  write('workflows/one/workflow.yaml', form(''));
  const before = await compared(root);
  expect([before.status, before.out]).toEqual([2, '']);
  expect(before.err).toMatch(/v1:workflows\/one\/workflow\.yaml:\d+:\d+: the form cannot be compared: /);
});

test('a folder stands for what is in it now and for what was in it', async () => {
  rmSync(join(root, 'workflows/two'), { recursive: true });
  write('workflows/one/workflow.yaml', form(''));
  const folder = await compared(join(root, 'workflows'));
  expect(folder.out).toContain('two: the workflow is gone');
  expect(folder.out).toContain('one: the input "a" is gone');
  const file = await compared(join(root, 'workflows/one/workflow.yaml'));
  expect(file.out).not.toContain('two');
  expect(file.out).toContain('one: the input "a" is gone');
});

test('a configuration or a glob says which files are compared', async () => {
  write('flows/other.yaml', form('c: {type: string, default: x}'));
  expect((await compared(root)).out).toBe('the forms are the same as in v1\n');
  for (const words of [
    ['--config', join(root, 'other.yml')],
    ['--workflows', 'flows/*.yaml'],
  ]) {
    const { status, out } = await compared(root, ...words);
    expect([status, out]).toEqual([1, expect.stringContaining('other: the input "b" is gone')]);
  }
});
