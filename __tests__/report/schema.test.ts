import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { documentOf } from '../../src/report/document/document-of.ts';
import { formatJson } from '../../src/report/document/json.ts';
import { filePath } from '../../src/source/span.ts';
import { reportOf, runOf } from './sample-report.ts';

const validate = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync('schemas/report.schema.json', 'utf8')),
);

test('a report with everything in it is valid against the published schema', () => {
  const at = { file: filePath('start.sh'), start: 0, end: 1 };
  const failure = { cause: 'timeout', message: 'm', at, help: 'h' } as const;
  const report = reportOf(
    { 'start.sh': 'a «b»' },
    (one) => ({
      help: 'h',
      url: 'https://example.org',
      related: [{ span: one.at, text: 't' }],
      fix: { title: 't', safety: 'unsafe', edits: [{ span: one.at, replacement: 'c' }] },
    }),
    {
      commit: 'c'.repeat(40),
      allowed: [
        {
          diagnostic: { rule: 'r', severity: 'note', message: 'm', at, fingerprint: 'f' },
          reason: 'because',
        },
      ],
      runs: [
        runOf(),
        runOf({
          outcome: 'failed',
          failure,
          observations: [failure],
          leftovers: [
            { kind: 'process', pid: 3, command: 'x' },
            { kind: 'port', port: 80, address: '0.0.0.0' },
            { kind: 'file', path: 'p' },
            { kind: 'batch-job', id: '7' },
          ],
          wait: { job: 'wait', at, said: 'ready', atMs: 4 },
          kept: '/kept',
        }),
        runOf({
          outcome: 'skipped',
          skipped: 'why',
          service: undefined,
          readyMs: undefined,
          detectMs: undefined,
        }),
      ],
      faults: [{ kind: 'internal', message: 'm' }],
      remarks: ['r'],
      shard: { index: 1, count: 2 },
      leftOut: ['what linting finds'],
    },
  );
  const document = { ...documentOf(report), gate: { ready: false, reasons: ['x'] } };
  validate(JSON.parse(formatJson(document)));
  expect(validate.errors ?? []).toEqual([]);
});
