import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mergeReports, renderSourceOf } from '../../src/app/merge.ts';
import { nodeRepositoryFiles } from '../../src/host/files/repository-files.ts';
import { documentOf } from '../../src/report/document/document-of.ts';
import { formatJson } from '../../src/report/document/json.ts';
import type { Shard } from '../../src/report/report.ts';
import { filePath } from '../../src/source/span.ts';
import { reportOf } from '../report/sample-report.ts';
import { fakeWorld } from './fake-world.ts';

const whole = 'a'.repeat(40);

interface Part {
  readonly shard?: Shard | undefined;
  readonly commit?: string | undefined;
}

function merged(parts: readonly Part[], wanted: 'all' | 'some' = 'all') {
  const texts = parts.map((part) =>
    formatJson(documentOf(reportOf({ a: 'x' }, undefined, { commit: whole, ...part }))),
  );
  const readNamed = (name: string) => ({ kind: 'text' as const, text: texts[Number(name)] ?? '' });
  return mergeReports(
    texts.map((_, index) => `${index}`),
    { readNamed },
    wanted,
  );
}

const part = (index: number, count: number, commit = whole): Part => ({ shard: { index, count }, commit });

test('all parts of one commit make a whole, in whatever order they come', () => {
  const answer = merged([part(3, 3), part(1, 3), part(2, 3)]);
  expect(answer).toMatchObject({ kind: 'merged', document: { commit: whole, remarks: [] } });
  expect(answer.kind === 'merged' && answer.document.shard).toBe(undefined);
});

test('reports of no parts are put together as before', () => {
  expect(merged([{}, {}]).kind).toBe('merged');
});

test.each<[string, readonly Part[], RegExp]>([
  ['a missing part', [part(1, 3), part(3, 3)], /the report of part 2\/3 is missing/],
  ['a missing last part', [part(1, 3), part(2, 3)], /the report of part 3\/3 is missing/],
  ['a doubled part', [part(1, 2), part(1, 2), part(2, 2)], /there are 2 reports of part 1\/2/],
  ['parts of two divisions', [part(2, 12), part(1, 2), part(2, 3)], /of 2 and of 3 and of 12 parts/],
  ['parts beside a whole', [part(1, 1), {}], /others are not/],
  [
    'another commit',
    [part(1, 2, 'b'.repeat(40)), part(2, 2)],
    /different commits \(aaaaaaaaaaaa, bbbbbbbbbbbb\)/,
  ],
  [
    'a commit that nobody knows',
    [{}, { commit: undefined }],
    /different commits \(aaaaaaaaaaaa, no known commit\)/,
  ],
])('%s is refused, and told where it is allowed', (_, parts, gap) => {
  const answer = merged(parts);
  expect(answer.kind === 'refused' && answer.message).toMatch(gap);
  const partial = merged(parts, 'some');
  expect(partial.kind === 'merged' && partial.document.remarks.join()).toMatch(gap);
});

test.each<[string, string, RegExp]>([
  ['a file that is missing', 'nope.json', /^"nope\.json" cannot be read: /],
  ['a file that is no report', 'list.json', /^"list\.json" is no report: /],
])('%s is refused even where parts may be missing', (_, name, message) => {
  const { files } = fakeWorld({ 'list.json': '[]' });
  const readNamed = (path: string) => files.read(filePath(path));
  for (const parts of ['all', 'some'] as const) {
    const answer = mergeReports([name], { readNamed }, parts);
    expect(answer.kind === 'refused' && answer.message).toMatch(message);
  }
});

test('no report at all is refused', () => {
  expect(merged([])).toEqual({ kind: 'refused', message: 'merge needs the JSON reports to put together' });
});

test('what is missing is told in one order, among the other remarks', () => {
  const answer = merged([part(3, 4), part(1, 4, 'b'.repeat(40))], 'some');
  expect(answer.kind === 'merged' && answer.document.remarks).toEqual([
    'the report of part 2/4 is missing',
    'the report of part 4/4 is missing',
    'the reports are of different commits (aaaaaaaaaaaa, bbbbbbbbbbbb)',
  ]);
});

test('lines come from files of the working tree alone, not from what a link in it leads to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pwc-test-merge-'));
  try {
    mkdirSync(join(folder, 'repository'));
    writeFileSync(join(folder, 'secret'), 'hunter2\n');
    writeFileSync(join(folder, 'repository/start.sh'), 'echo\n');
    symlinkSync('../secret', join(folder, 'repository/link.sh'));
    symlinkSync('..', join(folder, 'repository/above'));
    const files = nodeRepositoryFiles(join(folder, 'repository'));
    const { lines } = renderSourceOf(documentOf(reportOf({ a: 'x' })), { files });
    expect(lines('start.sh')?.lineText(1)).toBe('echo');
    for (const path of ['link.sh', 'above/secret', '../secret', join(folder, 'secret')]) {
      expect([path, lines(path)]).toEqual([path, undefined]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
