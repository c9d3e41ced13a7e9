import { documentOf } from '../../src/report/document/document-of.ts';
import { formatJson } from '../../src/report/document/json.ts';
import { mergeDocuments } from '../../src/report/document/merge-documents.ts';
import { readDocument } from '../../src/report/document/read-document.ts';
import type { ReportDocument } from '../../src/report/document/report-document.ts';
import { reportOf, runOf } from './sample-report.ts';

function part(name: string, text: string): ReportDocument {
  const path = `workflows/${name}/workflow.yaml`;
  const report = reportOf({ [path]: text }, () => ({ workflow: name }), {
    commit: 'c',
    workflows: [{ name, path, outcome: text.includes('«') ? 'failed' : 'passed' }],
    runs: [runOf({ workflow: name, path: path as never })],
    remarks: ['shellcheck is missing'],
  });
  return documentOf(report);
}

test('parts become one report, in order, whatever order they came in', () => {
  const [a, b] = [part('a', '«x»'), part('b', 'y')];
  const merged = mergeDocuments([b, a]);
  expect(merged).toEqual(mergeDocuments([a, b]));
  expect(merged.workflows.map((one) => [one.name, one.outcome])).toEqual([
    ['a', 'failed'],
    ['b', 'passed'],
  ]);
  expect(merged.summary).toMatchObject({ errors: 1, workflows: 2, passed: 1, failed: 1 });
  expect(merged.runs.map((run) => run.workflow)).toEqual(['a', 'b']);
  expect(merged.remarks).toEqual(['shellcheck is missing']);
  expect(merged.commit).toBe('c');
});

test('what two parts say is said once, and the worse outcome stays', () => {
  const [bad, good] = [part('a', '«x»'), part('a', 'x')];
  const merged = mergeDocuments([good, bad, bad]);
  expect(merged.diagnostics).toHaveLength(1);
  expect(merged.workflows).toHaveLength(1);
  expect(merged.workflows[0]?.outcome).toBe('failed');
});

test('findings that differ in their place, rule or words alone are all kept, allowed ones too', () => {
  const path = 'workflows/a/workflow.yaml';
  const merged = mergeDocuments(
    (['input', 'job', 'input'] as const).map((word, index) => {
      const report = reportOf({ [path]: `«x»\n«y»\n` }, (one) => ({ message: `${word} ${one.at.start}` }));
      const document = documentOf(report);
      return { ...document, allowed: document.diagnostics.map((one) => ({ ...one, reason: `${index}` })) };
    }) as never,
  );
  const words = ['input 0', 'job 0', 'input 2', 'job 2'];
  expect(merged.diagnostics.map((one) => one.message)).toEqual(words);
  expect(merged.allowed.map((one) => one.message)).toEqual(words);
  // Of two that say the same the one that sorts first stays, in whatever order the parts come.
  expect(merged.allowed.map((one) => one.reason)).toEqual(['0', '1', '0', '1']);
});

test('what one part leaves out the whole leaves out', () => {
  const [a, b] = [part('a', 'x'), part('b', 'y')];
  expect(mergeDocuments([a, { ...b, leftOut: ['two', 'one'] }]).leftOut).toEqual(['one', 'two']);
  const same = { leftOut: ['one'] };
  expect(
    mergeDocuments([
      { ...a, ...same },
      { ...b, ...same },
    ]).leftOut,
  ).toEqual(['one']);
  expect(mergeDocuments([a, b])).not.toHaveProperty('leftOut', expect.anything());
});

test('reports of different commits have none together', () => {
  const other = { ...part('b', 'y'), commit: 'd' };
  const merged = mergeDocuments([part('a', 'x'), other]);
  expect(merged.commit).toBeUndefined();
});

test('a report reads back as it was written', () => {
  const document = part('a', '«x»');
  const read = readDocument(formatJson(document));
  expect(read.kind === 'document' && formatJson(read.document)).toBe(formatJson(document));
});

test.each([
  ['', 'it is not JSON'],
  ['[]', 'it is no report of pw-workflow-check'],
  ['{"tool":{"name":"other"}}', 'it is no report of pw-workflow-check'],
  [
    '{"schema":2,"tool":{"name":"pw-workflow-check"}}',
    'it has version 2 of the report; this program reads version 1',
  ],
  ['{"schema":1,"tool":{"name":"pw-workflow-check"}}', '"workflows" is no list'],
  [
    '{"schema":1,"tool":{"name":"pw-workflow-check"},"workflows":[],"diagnostics":[{}],"runs":[],"allowed":[],"faults":[],"remarks":[]}',
    'a finding in it has no rule, severity, message or place',
  ],
])('%s is refused', (text, message) => {
  expect(readDocument(text)).toEqual({ kind: 'refused', message });
});

/** A report, as JSON, in which something is otherwise. */
function forged(change: (report: Forged) => void): string {
  const report = JSON.parse(formatJson(part('start.sh', '«x» «y»'))) as Forged;
  change(report);
  return JSON.stringify(report);
}

interface Forged {
  summary: Record<string, unknown> | undefined;
  shard?: { index: number; count: number };
  readonly diagnostics: { path: string; readonly related: unknown[] }[];
  readonly workflows: { path: string }[];
}

test.each<[string, (report: Forged) => void, RegExp]>([
  ['no summary', (report) => Object.assign(report, { summary: undefined }), /no summary/],
  ['a negative count', ({ summary }) => Object.assign(summary ?? {}, { errors: -1 }), /says -1 errors/],
  ['no number', ({ summary }) => Object.assign(summary ?? {}, { errors: Number.NaN }), /says null errors/],
  ['a text', ({ summary }) => Object.assign(summary ?? {}, { notes: '0' }), /says "0" notes/],
  [
    'more than there are',
    ({ summary }) => Object.assign(summary ?? {}, { warnings: 99 }),
    /says 99 warnings, and it has/,
  ],
  ['more passed than checked', ({ summary }) => Object.assign(summary ?? {}, { passed: 7 }), /says 7 passed/],
  [
    'fewer findings than counted',
    ({ diagnostics }) => diagnostics.pop(),
    /its summary says 2 errors, and it has 1/,
  ],
  [
    'endless parts',
    (report) => Object.assign(report, { shard: { index: 1, count: 1e15 } }),
    /"shard" is none/,
  ],
  [
    'no words for what is left out',
    (report) => Object.assign(report, { leftOut: [1] }),
    /"leftOut" is no list/,
  ],
  [
    'one word for what is left out',
    (report) => Object.assign(report, { leftOut: 'x' }),
    /"leftOut" is no list/,
  ],
  [
    'related places that are none',
    ({ diagnostics }) => diagnostics[0]?.related.push({}),
    /no rule, severity, message or place/,
  ],
])('a report with %s is refused', (_, change, message) => {
  const read = readDocument(forged(change));
  expect(read.kind === 'refused' && read.message).toMatch(message);
});

test.each([
  '../../etc/passwd',
  'workflows/../../x',
  '/etc/passwd',
  '..',
  '..\\..\\secret',
  'C:\\secret',
  '\\\\host\\share',
  'c:/secret',
  'a\0b',
  '',
])('a report with the path %j is refused, wherever it stands', (path) => {
  for (const change of [
    ({ diagnostics }: Forged) => Object.assign(diagnostics[0] ?? {}, { path }),
    ({ diagnostics }: Forged) => diagnostics[0]?.related.push({ path, message: 'm' }),
  ]) {
    const read = readDocument(forged(change));
    expect(read).toEqual({
      kind: 'refused',
      message: `it has a path outside of the repository, "${path}"`,
    });
  }
});

test.each(['a..b/start.sh', '...', 'workflows/c:d', 'a\\b'])(
  'a name like %j is one of the repository',
  (path) => {
    expect(
      readDocument(forged(({ diagnostics }) => Object.assign(diagnostics[0] ?? {}, { path }))).kind,
    ).toBe('document');
  },
);

test('every order of the arguments gives the same bytes, whatever differs between the parts', () => {
  const parts = [
    { ...part('a', '«x»'), faults: [{ kind: 'rule-threw', message: 'one' }] },
    { ...part('a', '«x» y'), tool: { name: 'pw-workflow-check', version: '0.9.0' } },
    { ...part('b', 'y'), faults: [{ kind: 'tool-missing', message: 'two' }], commit: 'd' },
  ].map((one, index) => ({
    ...one,
    workflows: one.workflows.map((workflow) => ({ ...workflow, reason: `reason ${index}` })),
    runs: one.runs.map((run) => ({ ...run, readyMs: 100 - index })),
    diagnostics: one.diagnostics.map((finding) => ({ ...finding, help: `help ${index}` })),
  }));
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ].map((order) => order.flatMap((index) => parts[index] ?? []));
  const merged = orders.map(([first, ...rest]) => first && formatJson(mergeDocuments([first, ...rest])));
  expect(new Set(merged).size).toBe(1);
  expect(merged[0]).toContain('the merged reports are of different versions of this program');
});
