import { documentOf, sourceLines } from '../../src/report/document/document-of.ts';
import { formatMarkdown } from '../../src/report/markdown/markdown.ts';
import { markdownBlock, markdownText, mermaidLabel } from '../../src/report/markdown/markdown-text.ts';
import { timeline } from '../../src/report/markdown/timeline.ts';
import type { Report } from '../../src/report/report.ts';
import { reportOf, runOf } from './sample-report.ts';

function markdown(report: Report, maxBytes = 1024 * 1024): string {
  const lines = sourceLines(report.files);
  return formatMarkdown(documentOf(report, lines), lines, {
    maxBytes,
    linkTo: (path, line) => `https://github.example/o/r/blob/abc/${path}#L${line}`,
  });
}

test.each([
  ['<script>alert(1)</script>', '&#60;script&#62;alert&#40;1&#41;&#60;/script&#62;'],
  ['a | b', 'a &#124; b'],
  ['@team look at #12', '&#64;&#8203;team look at &#35;&#8203;12'],
  ['[x](javascript:y)', '&#91;x&#93;&#40;javascript:y&#41;'],
  ['`code` *b* _i_ ~s~', '&#96;code&#96; &#42;b&#42; &#95;i&#95; &#126;s&#126;'],
  ['one\ntwo', 'one two'],
  ['https://evil.example', 'https&#58;//evil.example'],
  ['- item', '&#45; item'],
  ['&lt;', '&#38;lt;'],
  ['\u001b[31m', '␛&#91;31m'],
])('%j stays text', (text, expected) => {
  expect(markdownText(text)).toBe(expected);
});

test('a block of code cannot be left from within', () => {
  expect(markdownBlock('a\n````\nb')).toBe('`````\na\n````\nb\n`````');
});

test('a label of a picture holds nothing that Mermaid obeys', () => {
  expect(mermaidLabel('a:b;c\n%%{init}%% <x> "y"')).toBe('a b c init x y');
  expect(mermaidLabel(';;')).toBe('unnamed');
});

test('a report has a table, findings with frames and links, and runs', () => {
  const report = reportOf({ 'workflows/hello-world/start.sh': 'a\nb «cd»\n' }, () => ({ help: 'write c' }), {
    runs: [runOf()],
  });
  const text = markdown(report);
  expect(text).toContain(
    '| ❌ | **hello-world** | controller: ready in 412 ms at node1:43117, noticed after 8 ms | 1 |',
  );
  expect(text).toContain(
    '❌ <a href="https://github.example/o/r/blob/abc/workflows/hello-world/start.sh#L2">workflows/hello-world/start.sh:2</a> **unknown input "cd"** <code>undeclared-input</code>',
  );
  expect(text).toContain('```\n2 | b cd\n  |   ^^\n```');
  expect(text).toContain('💡 write c');
  expect(text).toContain('```mermaid\ngantt\n');
  expect(text).toContain('<details><summary>last 1 line</summary>');
});

test('a report that is too long says how much is missing and stays within its bytes', () => {
  const text = Array.from({ length: 3000 }, (_, index) => `«ligne é ${index}»`).join('\n');
  const long = markdown(reportOf({ 'start.sh': text }), 50_000);
  expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(50_000);
  expect(long).toMatch(/\d+ findings not shown/);
});

function documentRun(change: Parameters<typeof runOf>[0]) {
  const [run] = documentOf(reportOf({}, undefined, { runs: [runOf(change)] })).runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

test('the timeline puts phases one behind the other and events at their time', () => {
  expect(
    timeline(
      documentRun({
        phases: [
          { phase: 'prepare', ms: 20 },
          { phase: 'start', ms: 5 },
        ],
      }),
    ),
  ).toBe(
    [
      '```mermaid',
      'gantt',
      '  dateFormat x',
      '  axisFormat %S.%L s',
      '  section phases',
      '  prepare :0, 20',
      '  start :20, 25',
      '  section events',
      '  job.started by job_runner :milestone, 20, 20',
      '  HOSTNAME by start.sh :milestone, 31, 31',
      '  SESSION_PORT by start.sh :milestone, 33, 33',
      '  ready with status 200 :milestone, 412, 412',
      '```',
    ].join('\n'),
  );
});
