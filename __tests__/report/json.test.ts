import { documentOf } from '../../src/report/document/document-of.ts';
import { formatJson } from '../../src/report/document/json.ts';
import { exitStatusOf, verdictOf } from '../../src/report/document/verdict.ts';
import { reportOf, runOf } from './sample-report.ts';

test('the report has the keys of the contract, in its order', () => {
  const report = reportOf({ 'workflows/x/start.sh': 'a\n«bc»' }, (one) => ({
    help: 'h',
    url: 'https://example.org/rule',
    related: [{ span: { ...one.at, start: 0, end: 1 }, text: 'here' }],
    fix: { title: 't', safety: 'safe', edits: [{ span: one.at, replacement: 'd' }] },
  }));
  expect(JSON.parse(formatJson(documentOf(report)))).toEqual({
    schema: 1,
    tool: { name: 'pw-workflow-check', version: '1.0.0' },
    summary: { errors: 1, warnings: 0, notes: 0, workflows: 1, passed: 0, failed: 1, skipped: 0 },
    workflows: [{ name: 'hello-world', path: 'workflows/hello-world/workflow.yaml', outcome: 'failed' }],
    diagnostics: [
      {
        rule: 'undeclared-input',
        severity: 'error',
        message: 'unknown input "bc"',
        path: 'workflows/x/start.sh',
        range: { start: { line: 2, column: 1 }, end: { line: 2, column: 3 } },
        workflow: 'hello-world',
        help: 'h',
        url: 'https://example.org/rule',
        fingerprint: 'f0',
        related: [
          {
            path: 'workflows/x/start.sh',
            range: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
            message: 'here',
          },
        ],
        fix: {
          title: 't',
          safety: 'safe',
          edits: [
            {
              path: 'workflows/x/start.sh',
              range: { start: { line: 2, column: 1 }, end: { line: 2, column: 3 } },
              text: 'd',
            },
          ],
        },
      },
    ],
    runs: [],
    allowed: [],
    faults: [],
    remarks: [],
  });
});

test('the same report gives the same bytes', () => {
  const make = () => formatJson(documentOf(reportOf({ 'a.sh': '«x»' }, undefined, { runs: [runOf()] })));
  expect(make()).toBe(make());
});

test('nothing in it is a command for a log, and it reads back as it was', () => {
  const message = 'a ##[error]b \u2028 \u202e \u009b end';
  const text = formatJson(documentOf(reportOf({ 'a.sh': '«x»' }, () => ({ message }))));
  expect(text).not.toMatch(/##\[|[\u2028\u202e\u009b]/);
  expect(JSON.parse(text).diagnostics[0].message).toBe(message);
});

test('a run has the fields of the contract', () => {
  const [run] = documentOf(reportOf({}, undefined, { runs: [runOf()] })).runs;
  expect(run).toMatchObject({
    workflow: 'hello-world',
    mode: 'controller',
    scenario: 'default',
    outcome: 'passed',
    readyMs: 412,
    detectMs: 8,
    coordination: [
      { file: 'job.started' },
      { file: 'HOSTNAME', atMs: 31, content: 'node1', by: 'start.sh' },
      {},
    ],
    leftovers: [],
    log: ['serving'],
  });
});

test.each([
  ['error', 'error', 'problems', 1],
  ['warning', 'error', 'clean', 0],
  ['warning', 'warning', 'problems', 1],
  ['note', 'warning', 'clean', 0],
  ['note', 'note', 'problems', 1],
  ['error', 'never', 'clean', 0],
] as const)('a %s with --fail-on %s is %s', (severity, failOn, verdict, status) => {
  const document = documentOf(reportOf({ 'a.sh': '«x»' }, () => ({ severity })));
  expect(verdictOf(document, failOn)).toBe(verdict);
  expect(exitStatusOf(verdictOf(document, failOn))).toBe(status);
});

test('a failed run is a problem without any finding', () => {
  const document = documentOf(reportOf({}, undefined, { runs: [runOf({ outcome: 'failed' })] }));
  expect(verdictOf(document, 'error')).toBe('problems');
});

test('a closed gate is a problem without any finding, and an open one is none', () => {
  const document = documentOf(reportOf({}));
  const judged = (ready: boolean) => verdictOf({ ...document, gate: { ready, reasons: [] } }, 'never');
  expect([judged(false), judged(true)]).toEqual(['problems', 'clean']);
});

test('a fault of ours is status 3, a missing tool is not', () => {
  const faulty = (kind: 'rule-threw' | 'tool-missing') =>
    exitStatusOf(
      verdictOf(documentOf(reportOf({}, undefined, { faults: [{ kind, message: 'x' }] })), 'error'),
    );
  expect([faulty('rule-threw'), faulty('tool-missing')]).toEqual([3, 0]);
});
