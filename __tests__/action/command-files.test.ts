import { appendFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rememberCommandFiles } from '../../src/action/command-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pwc-test-command-files-'));
  for (const name of ['env', 'path', 'output', 'other']) writeFileSync(join(folder, name), `${name}\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was added, taken away or replaced by a link is put back and named; the rest is left alone', () => {
  const [env, path, output, other] = ['env', 'path', 'output', 'other'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  const restore = rememberCommandFiles({
    GITHUB_ENV: env,
    GITHUB_PATH: path,
    GITHUB_OUTPUT: output,
    GITHUB_STATE: join(folder, 'never-there'),
  });
  expect(restore()).toEqual([]);
  appendFileSync(env, 'LD_PRELOAD=/tmp/evil.so\n');
  rmSync(path);
  rmSync(output);
  symlinkSync(other, output);
  expect(restore()).toEqual(['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT']);
  expect(readFileSync(env, 'utf8')).toBe('env\n');
  expect(readFileSync(path, 'utf8')).toBe('path\n');
  expect(readFileSync(output, 'utf8')).toBe('output\n');
  expect(readFileSync(other, 'utf8')).toBe('other\n');
  expect(restore()).toEqual([]);
});
