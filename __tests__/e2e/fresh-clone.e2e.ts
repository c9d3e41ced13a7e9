import { join } from 'node:path';
import { plainEnvironment } from './support/cli.ts';
import { runProgram } from './support/program.ts';
import { inScratch, projectRoot } from './support/scratch.ts';

/** The variables by which the machine says where its package registry is; a fresh clone may use them. */
function registry(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined &&
        /^(npm_config_|https?_proxy$|no_proxy$|NODE_EXTRA_CA_CERTS$)/i.test(entry[0]),
    ),
  );
}

test('a fresh clone does what the first screen of the README promises: npm ci && npm start', async () => {
  await inScratch(async (scratch) => {
    const clone = join(scratch, 'clone');
    const env = { ...plainEnvironment(process.env['HOME'] ?? scratch), ...registry() };
    const cloned = await runProgram({
      command: 'git',
      args: ['clone', '--quiet', projectRoot, clone],
      cwd: scratch,
      env,
    });
    expect(cloned.stderr).toBe('');
    const ended = await runProgram({
      command: 'bash',
      args: ['-c', 'npm ci && npm start'],
      cwd: clone,
      env,
      limitMs: 170_000,
    });
    expect(ended.stdout).toMatch(/hello-world.*passed/);
    expect(ended.status).toBe(0);
    const changed = await runProgram({ command: 'git', args: ['status', '--porcelain'], cwd: clone, env });
    expect(changed.stdout).toBe('');
  });
});
