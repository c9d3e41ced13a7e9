import type { Diagnostic, Severity } from '../../src/diagnostics/finding.ts';
import { documentOf } from '../../src/report/document/document-of.ts';
import {
  type AnnotationOptions,
  annotationsPerKind,
  formatGithub,
  selectAnnotations,
} from '../../src/report/github/annotations.ts';
import { reportOf, runOf } from './sample-report.ts';

const options: AnnotationOptions = { rules: [], perKind: annotationsPerKind, scope: 'everything' };

/** A file of `count` lines, one finding on each. */
function many(count: number, each?: (one: Diagnostic, index: number) => Partial<Diagnostic>) {
  const text = Array.from({ length: count }, (_, index) => `line «${index}»`).join('\n');
  return documentOf(reportOf({ 'start.sh': text }, each));
}

test('a finding becomes a command with its place, its rule and its help', () => {
  const document = documentOf(
    reportOf({ 'workflows/x/workflow.yaml': 'a\nb «cd» e' }, () => ({ help: 'did you mean "c"?' })),
  );
  expect(formatGithub(document, options)).toBe(
    '::error title=undeclared-input,file=workflows/x/workflow.yaml,line=2,endLine=2,col=3,endColumn=4::unknown input "cd"%0Adid you mean "c"?\n',
  );
});

test('a finding over several lines has lines only, because the runner would drop its columns', () => {
  const document = documentOf(reportOf({ 'start.sh': 'a «b\nc\n»d' }));
  expect(selectAnnotations(document, options).annotations[0]?.properties).toEqual({
    file: 'start.sh',
    line: 1,
    endLine: 2,
    title: 'undeclared-input',
  });
});

test('a finding that ends within a line has that line', () => {
  const document = documentOf(reportOf({ 'start.sh': 'a «b\nc\nd» e' }));
  expect(selectAnnotations(document, options).annotations[0]?.properties).toMatchObject({
    line: 1,
    endLine: 3,
  });
});

test('a report without findings is no line at all', () => {
  expect(formatGithub(documentOf(reportOf({})), options)).toBe('');
});

test('no more than ten of a kind are written, and the last line says so', () => {
  const severities: readonly Severity[] = ['error', 'warning', 'note'];
  const document = many(57, (_, index) => ({ severity: severities[index % 3] ?? 'error' }));
  const lines = formatGithub(document, options).trimEnd().split('\n');
  expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith('::notice '))).toHaveLength(10);
  expect(lines.at(-1)).toBe('30 of 57 findings are annotated');
});

test('findings on one line share an annotation of the worst severity', () => {
  const document = documentOf(
    reportOf({ 'start.sh': '«a» «b» «c»' }, (_, index) => ({
      severity: index === 1 ? 'error' : 'note',
      rule: `rule-${index}`,
    })),
  );
  const { annotations, shown } = selectAnnotations(document, options);
  expect(annotations).toHaveLength(1);
  expect(shown).toBe(3);
  expect(annotations[0]?.command).toBe('error');
  expect(annotations[0]?.properties.title).toBe('rule-1 and 2 more');
  expect(annotations[0]?.message.split('\n\n')).toEqual([
    'error: unknown input "b" [rule-1]',
    'note: unknown input "a" [rule-0]',
    'note: unknown input "c" [rule-2]',
  ]);
});

test('where not all fit, every file and every rule is told of before one is told of again', () => {
  const files = Object.fromEntries(
    Array.from({ length: 4 }, (_, file) => [
      `f${file}.sh`,
      Array.from({ length: 30 }, (_, line) => `«${line}»`).join('\n'),
    ]),
  );
  const document = documentOf(
    reportOf(files, (one, index) => ({
      severity: 'error',
      rule: one.at.file === 'f3.sh' && index % 30 === 29 ? 'rare' : `common-${index % 2}`,
    })),
  );
  const { annotations } = selectAnnotations(document, { ...options, perKind: 4 });
  expect(new Set(annotations.map((one) => one.properties.file)).size).toBe(4);
  expect(annotations.map((one) => one.properties.title)).toContain('rare');
  const near = selectAnnotations(document, { ...options, perKind: 4, inDiff: (path) => path === 'f2.sh' });
  expect(new Set(near.annotations.map((one) => one.properties.file))).toEqual(new Set(['f2.sh']));
});

test('lines of the change come first, then the worse, then the more precise', () => {
  const meta = (id: string, precision: 'low' | 'very-high') => ({ id, precision });
  const document = many(4, (_, index) => ({
    severity: index === 3 ? 'warning' : 'error',
    rule: index === 1 ? 'sure' : 'guess',
  }));
  const { annotations } = selectAnnotations(document, {
    ...options,
    rules: [meta('sure', 'very-high'), meta('guess', 'low')] as never,
    inDiff: (_, line) => line >= 3,
  });
  expect(annotations.map((one) => one.properties.line)).toEqual([3, 4, 2, 1]);
});

test('where the order is that of severity, the worse comes first, in the change or not', () => {
  const document = many(2, (_, index) => ({ severity: index === 0 ? 'warning' : 'error' }));
  const lines = (order: 'diff' | 'severity') =>
    selectAnnotations(document, { ...options, order, inDiff: (_, line) => line === 1 }).annotations.map(
      (one) => one.properties.line,
    );
  expect([lines('diff'), lines('severity')]).toEqual([
    [1, 2],
    [2, 1],
  ]);
});

test('of one line the more precise of two errors is told first', () => {
  const meta = (id: string, precision: 'low' | 'very-high') => ({ id, precision });
  const rules = [meta('guess', 'low'), meta('sure', 'very-high')] as never;
  for (const order of [
    ['guess', 'sure'],
    ['sure', 'guess'],
  ]) {
    const document = documentOf(
      reportOf({ 'start.sh': '«a» «b»' }, (_, index) => ({ rule: order[index] ?? '' })),
    );
    const [annotation] = selectAnnotations(document, { ...options, rules }).annotations;
    expect(annotation?.properties.title).toBe('sure and 1 more');
  }
});

test('where nobody knows the change, every line is part of it', () => {
  expect(selectAnnotations(many(3), { ...options, scope: 'diff' }).shown).toBe(3);
});

test('only lines of the change are annotated when that is asked for', () => {
  const { annotations, shown, total } = selectAnnotations(many(5), {
    ...options,
    scope: 'diff',
    inDiff: (_, line) => line === 2,
  });
  expect(annotations.map((one) => one.properties.line)).toEqual([2]);
  expect([shown, total]).toEqual([1, 5]);
});

test('a finding that points into the change is part of it', () => {
  const [first, second, third] = many(3).diagnostics;
  const { annotations } = selectAnnotations(
    {
      diagnostics: [first, { ...second, related: [{ ...third, message: 'the same here' }] }] as never,
    },
    { ...options, scope: 'diff', inDiff: (_, line) => line === 3 },
  );
  expect(annotations.map((one) => one.properties.line)).toEqual([2]);
});

test.each([
  [undefined, 'start.sh'],
  ['', 'start.sh'],
  ['repo/', 'repo/start.sh'],
  ['a/b//', 'a/b/start.sh'],
])('the path gets the folder into which the repository was checked out: %j', (pathPrefix, file) => {
  const { annotations } = selectAnnotations(many(1), { ...options, pathPrefix });
  expect(annotations[0]?.properties.file).toBe(file);
});

test('a failed run that no finding tells of is told', () => {
  const run = runOf({
    outcome: 'failed',
    failure: { cause: 'timeout', message: 'nothing listened within 60 s' },
  });
  const document = documentOf(reportOf({}, undefined, { runs: [run] }));
  expect(formatGithub(document, options)).toBe(
    '::error title=run of hello-world::timeout: nothing listened within 60 s\n',
  );
});

test('failed runs and faults of ours share the budget with the findings', () => {
  const failing = Array.from({ length: 14 }, (_, index) =>
    runOf({ workflow: `w${index}`, outcome: 'failed' }),
  );
  const document = {
    ...many(20, (_, index) => ({ severity: index % 2 === 0 ? 'error' : 'warning' })),
    ...{ faults: [{ kind: 'tool-missing', message: 'no shellcheck' }] },
  };
  const withRuns = { ...document, runs: documentOf(reportOf({}, undefined, { runs: failing })).runs };
  for (const one of [document, withRuns]) {
    const lines = formatGithub(one, { ...options, spent: { error: 1 } })
      .trimEnd()
      .split('\n');
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(9);
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
    expect(lines.at(-1)).toBe(`${one === document ? 18 : 9} of 20 findings are annotated`);
  }
});

test('findings of one line that do not fit into one message are not counted as told', () => {
  const text = Array.from({ length: 30 }, (_, index) => `«${index}»`).join(' ');
  const document = documentOf(reportOf({ 'start.sh': text }, () => ({ message: 'm'.repeat(400) })));
  const { annotations, shown, total } = selectAnnotations(document, options);
  expect(annotations).toHaveLength(1);
  expect(annotations[0]?.message.length).toBeLessThanOrEqual(4096);
  expect([shown, total]).toEqual([9, 30]);
});

test('more faults of ours than GitHub keeps warnings are cut, and leave none for findings', () => {
  const faults = Array.from({ length: 12 }, (_, index) => ({ kind: 'rule-threw', message: `m${index}` }));
  const lines = formatGithub({ ...many(2, () => ({ severity: 'warning' })), faults }, options)
    .trimEnd()
    .split('\n');
  expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
  expect(lines.at(-1)).toBe('0 of 2 findings are annotated');
});

test('a finding whose words do not fit into a message is told all the same', () => {
  const document = documentOf(reportOf({ 'start.sh': '«a» «b»' }, () => ({ message: 'm'.repeat(9000) })));
  const { annotations, shown } = selectAnnotations(document, options);
  expect(annotations.map((one) => one.findings.length)).toEqual([1]);
  expect(shown).toBe(1);
});

test('a message of somebody else does not fold or paint the log', () => {
  const document = documentOf(reportOf({ 'start.sh': '«a»' }, () => ({ message: 'a\n##[group]b' })));
  expect(formatGithub(document, options)).not.toContain('##[');
});
