import { documentOf } from '../../src/report/document/document-of.ts';
import { formatJunit } from '../../src/report/junit/junit.ts';
import { xmlText } from '../../src/report/junit/xml-text.ts';
import { filePath } from '../../src/source/span.ts';
import { reportOf, runOf } from './sample-report.ts';

test('a workflow is a suite, its lint and each run are tests', () => {
  const startSh = { file: filePath('workflows/hello-world/start.sh'), start: 0, end: 1 };
  const report = reportOf({ 'workflows/hello-world/start.sh': 'a «b» c' }, () => ({ help: 'h' }), {
    runs: [
      runOf(),
      runOf({
        mode: 'slurm',
        outcome: 'failed',
        failure: { cause: 'timeout', message: 'nothing listened', help: 'look at the log', at: startSh },
      }),
      runOf({ mode: 'pbs', outcome: 'skipped', skipped: 'qsub is missing', phases: [], log: [] }),
    ],
  });
  expect(formatJunit(documentOf(report), 'error')).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="pw-workflow-check" tests="4" failures="2" errors="0" time="0.954">',
      '  <testsuite name="hello-world" tests="4" failures="2" errors="0" time="0.954" skipped="1" file="workflows/hello-world/workflow.yaml">',
      '    <testcase name="lint" classname="hello-world" time="0.000">',
      '      <failure type="undeclared-input" message="unknown input &#34;b&#34;">workflows/hello-world/start.sh:1:3: error: unknown input &#34;b&#34; [undeclared-input]</failure>',
      '    </testcase>',
      '    <testcase name="run (controller)" classname="hello-world" time="0.477">',
      '      <system-out>serving</system-out>',
      '    </testcase>',
      '    <testcase name="run (slurm)" classname="hello-world" time="0.477">',
      '      <failure type="timeout" message="timeout: nothing listened">workflows/hello-world/start.sh:1: timeout: nothing listened&#10;look at the log</failure>',
      '      <system-out>serving</system-out>',
      '    </testcase>',
      '    <testcase name="run (pbs)" classname="hello-world" time="0.000">',
      '      <skipped message="qsub is missing"/>',
      '    </testcase>',
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n'),
  );
});

test('findings below the threshold are told without failing', () => {
  const report = reportOf({ 'start.sh': '«a»' }, () => ({ severity: 'warning' }));
  const xml = formatJunit(documentOf(report), 'error');
  expect(xml).toContain('failures="0"');
  expect(xml).toContain('<system-out>start.sh:1:1: warning:');
});

test('a closed gate and a fault of the tool are no green tests; a missing tool is neither', () => {
  const document = documentOf(reportOf({ 'start.sh': 'a' }));
  const green = formatJunit({ ...document, gate: { ready: true, reasons: [] } }, 'never');
  expect(green).toContain('<testcase name="release gate" classname="release gate" time="0.000"/>');
  expect(green).toMatch(/<testsuites .*failures="0" errors="0"/);
  const faults = [
    { kind: 'rule', message: 'the rule "x" failed' },
    { kind: 'tool-missing', message: 'no ShellCheck' },
  ];
  const gate = { ready: false, reasons: ['2 errors', 'no <version>'] };
  const xml = formatJunit({ ...document, gate, faults }, 'never');
  expect(xml).toMatch(/<testsuites .*failures="1" errors="1"/);
  expect(xml).toContain(
    '<failure type="closed" message="the release gate is closed">2 errors&#10;no &#60;version&#62;</failure>',
  );
  expect(xml).toContain('<error type="rule" message="the rule &#34;x&#34; failed"/>');
  expect(xml).not.toContain('ShellCheck');
});

test.each([
  [']]>', ']]&#62;'],
  ['a<b>&"\'', 'a&#60;b&#62;&#38;&#34;&#39;'],
  ['a\u0000\u001bb', 'a\ufffd\ufffdb'],
  ['\ufffe\ud800', '\ufffd\ufffd'],
  ['a\nb', 'a&#10;b'],
  ['👍', '👍'],
])('%j becomes %j', (text, xml) => {
  expect(xmlText(text)).toBe(xml);
});
