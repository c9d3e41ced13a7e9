import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerStep } from '../../src/action/step.ts';

let folder = '';
const { GITHUB_OUTPUT: before } = process.env;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'step-'));
});
afterEach(() => {
  if (before === undefined) delete process.env['GITHUB_OUTPUT'];
  else process.env['GITHUB_OUTPUT'] = before;
  rmSync(folder, { recursive: true, force: true });
});

test('an output goes into the file that the runner names', () => {
  const file = join(folder, 'output');
  writeFileSync(file, '');
  process.env['GITHUB_OUTPUT'] = file;
  expect(runnerStep('').output('name', 'value')).toBeUndefined();
  expect(readFileSync(file, 'utf8')).toContain('value');
});

test.each(['', '/none/output'])('without a file (%j) a sentence says so', (file) => {
  process.env['GITHUB_OUTPUT'] = file;
  expect(runnerStep('').output('name', 'value')).toBe(
    'the outputs of this step are lost: GITHUB_OUTPUT names no file',
  );
});
