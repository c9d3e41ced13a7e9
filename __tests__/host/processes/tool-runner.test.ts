import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
