import { documentOf, sourceLines } from '../../src/report/document/document-of.ts';
import type { Report } from '../../src/report/report.ts';
import { formatPretty } from '../../src/report/terminal/pretty.ts';
import { filePath } from '../../src/source/span.ts';
import { reportOf, runOf } from './sample-report.ts';

function pretty(report: Report, colour: 'colour' | 'plain' = 'plain'): string {
  const lines = sourceLines(report.files);
  return formatPretty(documentOf(report, lines), lines, { colour, talk: 'normal' });
}

test('a finding is shown with its place, its line, its mark and what to do', () => {
  const report = reportOf(
    { 'workflows/x/workflow.yaml': 'jobs:\n  a:\n    - run: echo ${{ inputs.«nmae» }}\n' },
    () => ({
      help: 'did you mean "name"?',
      fix: {
        title: 'write "name"',
        safety: 'safe',
        edits: [{ span: { file: filePath('x'), start: 0, end: 0 }, replacement: 'name' }],
      },
    }),
  );
  expect(pretty(report)).toBe(
    [
      'workflows/x/workflow.yaml:3:28: error: unknown input "nmae" [undeclared-input]',
      '    |',
      '  3 |     - run: echo ${{ inputs.nmae }}',
      '    |                            ^^^^',
      '    = help: did you mean "name"?',
      '    = fix: write "name" (--fix)',
      '',
      '1 workflow: 1 failed; 1 error, 0 warnings, 0 notes',
      '',
    ].join('\n'),
  );
});

test('the mark stands under its characters behind tabs and wide characters', () => {
  const text = pretty(reportOf({ 'start.sh': '\techo "日本é" «👍x» y\n' }));
  expect(text).toContain('  1 |     echo "日本é" 👍x y\n    |                  ^^^\n');
});

test('a range over several lines is marked to the end of its first line and says where it ends', () => {
  const text = pretty(reportOf({ 'start.sh': 'a «bcd\nef» g\n' }));
  expect(text).toContain('  1 | a bcd\n    |   ^^^ ... to line 2\n');
});

test('an empty range gets one mark, also at the end of the file', () => {
  expect(pretty(reportOf({ 'start.sh': 'ab«»' }))).toContain('  1 | ab\n    |   ^\n');
});

test('carriage returns and a byte order mark do not move the mark', () => {
  const text = pretty(reportOf({ 'start.sh': '\ufeffab «cd»\r\nx\r\n' }));
  expect(text).toContain('start.sh:1:4: error');
  expect(text).toContain('  1 | ab cd\n    |    ^^\n');
});

test('a very long line is cut around the mark', () => {
  const text = pretty(reportOf({ 'start.sh': `${'a'.repeat(5000)}«bad»${'c'.repeat(5000)}` }));
  const [, , line, mark] = text.split('\n');
  expect(line?.length).toBeLessThan(130);
  expect(line?.startsWith('  1 | …aaa')).toBe(true);
  expect(mark?.indexOf('^')).toBe(line?.indexOf('bad'));
  expect(mark).toMatch(/^ {4}\| +\^{3}$/);
});

test('a mark that is longer than the line may be is cut with it', () => {
  const [, , line, mark] = pretty(reportOf({ 'start.sh': `ab «${'x'.repeat(3000)}»` })).split('\n');
  expect(mark?.length).toBeLessThanOrEqual(line?.length ?? 0);
});

test('related places are shown where they are', () => {
  const related = { file: filePath('other.sh'), start: 0, end: 3 };
  const report = reportOf({ 'start.sh': 'one «two» three', 'other.sh': 'abc' }, (one) => ({
    related: [
      { span: { ...one.at, start: 0, end: 3 }, text: 'first here' },
      { span: related, text: 'sourced here' },
    ],
  }));
  expect(pretty(report)).toContain(
    [
      '  1 | one two three',
      '    | --- first here',
      '    > other.sh:1:1: sourced here',
      '  1 | abc',
      '    | ---',
    ].join('\n'),
  );
});

test("controls in the user's text are shown, not obeyed", () => {
  const report = reportOf({ 'start.sh': 'echo \u001b]0;owned\u0007 «\u001b[31mred»\n' }, () => ({
    message: 'bad\u001b[2J\r\nword \u202e txet',
  }));
  const text = pretty(report);
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  expect(text).toContain('echo ␛]0;owned␇ ␛[31mred');
  expect(text).toContain('bad␛[2J␍␊word \\u{202e} txet');
});

test('colours are only there when they are wanted', () => {
  const report = reportOf({ 'start.sh': '«a»' });
  expect(pretty(report)).not.toContain('\u001b');
  expect(pretty(report, 'colour')).toContain('\u001b[31merror:\u001b[39m');
});

test('a run that passed says how fast and where', () => {
  const text = pretty(reportOf({}, undefined, { runs: [runOf()] }));
  expect(text).toBe(
    [
      'hello-world (controller) passed ready in 412 ms at node1:43117, noticed after 8 ms',
      '    prepare 20 ms, start 11 ms, wait 381 ms, stop 60 ms, inspect 5 ms',
      '',
      '1 workflow: 1 passed; 0 errors, 0 warnings, 0 notes',
      '',
    ].join('\n'),
  );
});

test('a run that failed names its cause, its place, what is left and the last lines', () => {
  const run = runOf({
    outcome: 'failed',
    readyMs: undefined,
    scenario: 'gpu',
    failure: {
      cause: 'start-failed',
      message: 'start.sh ended with exit code 3',
      at: { file: filePath('start.sh'), start: 3, end: 7 },
      help: 'look at line 2',
    },
    leftovers: [{ kind: 'process', pid: 9, command: 'sleep 300' }],
    fidelity: [{ what: 'github/x/y', how: 'stand-in', why: 'it is not part of this repository' }],
    log: Array.from({ length: 30 }, (_, index) => `line ${index}`),
  });
  const text = pretty(reportOf({ 'start.sh': 'ab\nexit 3' }, undefined, { runs: [run] }));
  expect(text).toContain(
    'hello-world (controller, gpu) failed start-failed: start.sh ended with exit code 3\n    at start.sh:2:1\n    help: look at line 2\n',
  );
  expect(text).toContain('    left behind: process 9: sleep 300\n');
  expect(text).toContain('    stand-in: github/x/y: it is not part of this repository\n');
  expect(text).toContain('    last lines (10 lines before them not shown):\n    | line 10\n');
});

test('what was skipped is told with its reason', () => {
  const text = pretty(
    reportOf({}, undefined, {
      runs: [runOf({ outcome: 'skipped', skipped: 'jupyter-notebook is not installed' })],
    }),
  );
  expect(text).toContain('hello-world (controller) skipped: jupyter-notebook is not installed\n');
});

test('remarks and faults are told', () => {
  const text = pretty(
    reportOf({}, undefined, {
      remarks: ['shellcheck is not installed: shell scripts were only parsed'],
      faults: [{ kind: 'rule-threw', message: 'rule "x" threw' }],
    }),
  );
  expect(text).toContain('remark: shellcheck is not installed');
  expect(text).toContain('fault of this tool: rule "x" threw');
});
