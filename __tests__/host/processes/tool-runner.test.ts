import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { runToolSh } from '../../../src/host/processes/assets.generated.ts';
import { nodeToolRunner } from '../../../src/host/processes/tool-runner.ts';

const limits = { timeoutMs: 10_000, maxOutputBytes: 10_000 };
const run = (script: string, more: object = {}) =>
  nodeToolRunner().run({ command: 'bash', arguments: ['-c', script], ...limits, ...more });

test('gives status, output and errors apart', async () => {
  expect(await run('echo out; echo err >&2; exit 3')).toEqual({
    status: 3,
    stdout: 'out\n',
    stderr: 'err\n',
  });
});
test('hands over the standard input', async () => {
  expect((await run('cat', { stdin: 'ü' })).stdout).toBe('ü');
});
test('says that a program is missing, with and without a limit of memory', async () => {
  const order = { command: 'no-such-program-here', arguments: [], ...limits };
  expect((await nodeToolRunner().run(order)).failed).toBe('missing');
  expect((await nodeToolRunner().run({ ...order, maxMemoryBytes: 1e9 })).failed).toBe('missing');
});
test('ends a program that takes too long, its children too', async () => {
  expect((await run('sleep 30 | cat', { timeoutMs: 100 })).failed).toBe('timeout');
});
test('ends a program that prints without end', async () => {
  const outcome = await run('yes');
  expect(outcome.failed).toBe('too-much-output');
  expect(outcome.stdout.length).toBeLessThan(200_000);
});
test('survives a program that never reads its input', async () => {
  expect((await run('exec <&-; exit 0', { stdin: 'x'.repeat(1_000_000) })).status).toBe(0);
});
test('a program that ended while this process was busy was in time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'busy-'));
  try {
    const marker = join(folder, 'ended');
    const ran = run(`echo out; : > '${marker}'`, { timeoutMs: 10 });
    spawnSync('bash', ['-c', `until [ -e '${marker}' ]; do sleep 0.05; done; sleep 2`]);
    expect(await ran).toEqual({ status: 0, stdout: 'out\n', stderr: '' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
test('works among the files that it is given, and leaves none of them', async () => {
  const files = [{ name: 'a/b.txt', text: 'told' }];
  const outcome = await run('pwd; cat a/b.txt', { files });
  const [directory = '', told] = outcome.stdout.split('\n');
  expect(told).toBe('told');
  expect(existsSync(directory)).toBe(false);
});
test.each([
  ['before the files are written', []],
  ['when they are', ['written\n']],
])('whoever is killed %s leaves neither files nor a program', async (_when, words) => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  try {
    const scratch = join(folder, 'scratch');
    mkdirSync(scratch);
    const child = spawn('/bin/sh', ['-c', runToolSh, scratch, 'unlimited', 'sleep', '600'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      detached: true,
    });
    const alive = child.stdio[3] as Writable;
    for (const word of words) alive.write(word);
    alive.end();
    await once(child, 'exit');
    expect(existsSync(scratch)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
