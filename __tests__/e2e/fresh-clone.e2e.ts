import { freshClone } from './support/fresh-clone.ts';
import { inScratch } from './support/scratch.ts';

test('a fresh clone does what the first screen of the README promises: npm ci && npm start', async () => {
  await inScratch(async (scratch) => {
    const { bash } = await freshClone(scratch);
    const installed = await bash('npm ci');
    expect(`${installed.stdout}${installed.stderr}`).not.toMatch(/warn|deprecated|EBADENGINE/i);
    const started = await bash('npm start');
    expect(started.stdout).toMatch(/hello-world.*passed/);
    expect(started.status).toBe(0);
    const changed = await bash('git status --porcelain');
    expect(changed.stdout).toBe('');
  });
});

test('the package brings no other: what it needs is in the bundle', async () => {
  await inScratch(async (scratch) => {
    const { root, bash } = await freshClone(scratch);
    const packed = await bash(`npm pack --silent --ignore-scripts --pack-destination ${scratch}`);
    expect(packed.status).toBe(0);
    const installed = await bash(
      `mkdir ${scratch}/user && cd ${scratch}/user && npm init --yes > ../init.log && npm install ../${packed.stdout.trim()} && ls -A node_modules | grep -v '^[.]'`,
    );
    expect(installed.stdout).toMatch(/\npw-workflow-check\n$/);
    expect(installed.stdout).toMatch(/^\s*added 1 package\b/);
    const linted = await bash(`${scratch}/user/node_modules/.bin/pw-workflow-check lint ${root}/examples`);
    expect(linted).toMatchObject({ status: 0 });
  });
});
