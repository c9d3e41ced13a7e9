import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportsIn } from '../../src/action/report-files.ts';

let workspace = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'reports-'));
  mkdirSync(join(workspace, 'parts'));
  for (const name of ['b.json', 'a.json', 'a.html', '.json.tmp'])
    writeFileSync(join(workspace, 'parts', name), '');
});
afterEach(() => rmSync(workspace, { recursive: true }));

test('a folder stands for the reports in it, in order', () => {
  const reports = ['a.json', 'b.json'].map((name) => join(workspace, 'parts', name));
  expect(reportsIn('parts', workspace)).toEqual(reports);
  expect(reportsIn(join(workspace, 'parts'), '/')).toEqual(reports);
});

test.each(['parts/a.json', 'parts/nope.json'])('%s stands for itself, whether it is there or not', (path) => {
  expect(reportsIn(path, workspace)).toEqual([path]);
});
