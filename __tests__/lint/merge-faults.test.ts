import type { Diagnostic, Fix } from '../../src/diagnostics/finding.ts';
import { mergeFaults } from '../../src/lint/merge-faults.ts';
import { filePath, type Span } from '../../src/source/span.ts';

const file = filePath('workflow.yaml');

function spanAt(start: number): Span {
  return { file, start, end: start + 4 };
}

function reading(start: number, fault: string | undefined, fix?: Fix): Diagnostic {
  const common = { rule: 'undeclared-input', severity: 'error', fingerprint: `f${start}` } as const;
  return { ...common, message: `at ${start}`, at: spanAt(start), fault, fix };
}

function writing(start: number, title = 'Read cluster'): Fix {
  return { title, safety: 'unsafe', edits: [{ span: spanAt(start), replacement: 'cluster' }] };
}

test('tells one fault once, at its first place, with the others beside it', () => {
  const [first, other, ...more] = mergeFaults([
    reading(1, 'resource'),
    reading(5, 'mode'),
    reading(9, 'resource'),
    reading(13, 'resource'),
  ]);
  expect(more).toEqual([]);
  expect(other?.at.start).toBe(5);
  expect([first?.at.start, first?.fingerprint]).toEqual([1, 'f1']);
  expect(first?.related?.map(({ span, text }) => [span.start, text])).toEqual([
    [9, 'the same here'],
    [13, 'the same here'],
  ]);
});

test('leaves findings without a fault, of another rule or severity alone', () => {
  const findings: readonly Diagnostic[] = [
    reading(1, undefined),
    reading(5, undefined),
    reading(9, 'resource'),
    { ...reading(13, 'resource'), rule: 'unknown-output' },
    { ...reading(17, 'resource'), severity: 'warning' },
  ];
  expect(mergeFaults(findings)).toEqual(findings);
});

test('repairs every place, and does the same edit only once', () => {
  const once = writing(40, 'Add it to needs');
  const [first] = mergeFaults([reading(1, 'a', writing(1)), reading(9, 'a', writing(9))]);
  expect(first?.fix?.edits.map(({ span }) => span.start)).toEqual([1, 9]);
  const [second] = mergeFaults([reading(1, 'a', once), reading(9, 'a', once)]);
  expect(second?.fix?.edits).toEqual(once.edits);
});

test('leaves the repair of a place out that is another one, and keeps edits that differ in anything', () => {
  const [first] = mergeFaults([
    reading(1, 'a', writing(1)),
    reading(9, 'a', writing(9, 'Read site')),
    reading(17, 'a'),
  ]);
  expect(first?.fix).toEqual(writing(1));
  const edit = { span: spanAt(1), replacement: 'cluster' };
  const others = [
    { ...edit, replacement: 'site' },
    { ...edit, span: { ...edit.span, end: 9 } },
    { ...edit, span: { ...edit.span, start: 0 } },
    { ...edit, span: { ...edit.span, file: filePath('other.yaml') } },
  ];
  const [all] = mergeFaults(
    [edit, ...others].map((one, index) => reading(index * 9, 'a', { ...writing(1), edits: [one] })),
  );
  expect(all?.fix?.edits).toEqual([edit, ...others]);
});

test.each([
  [11, 'the same here'],
  [12, 'the same here, and in 1 more place'],
  [14, 'the same here, and in 3 more places'],
])('counts what would be too long a list: the last of %d places', (length, words) => {
  const [first] = mergeFaults(Array.from({ length }, (_, index) => reading(index * 4, 'a')));
  expect(first?.related).toHaveLength(10);
  expect(first?.related?.at(-1)?.text).toBe(words);
});
