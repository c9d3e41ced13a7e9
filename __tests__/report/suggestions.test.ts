import type { Edit } from '../../src/diagnostics/finding.ts';
import { documentOf, sourceLines } from '../../src/report/document/document-of.ts';
import { mostSuggestions, suggestionsOf } from '../../src/report/github/suggestions.ts';
import { filePath } from '../../src/source/span.ts';
import { reportOf } from './sample-report.ts';

type Change = readonly [start: number, end: number, replacement: string, path?: string];

/** The suggestions of findings at the marks of start.sh, each with edits of its own. */
function suggested(
  text: string,
  fixes: readonly (readonly Change[])[],
  inDiff: (line: number) => boolean = () => true,
) {
  const report = reportOf({ 'start.sh': text }, (_, index) => {
    const edits = (fixes[index] ?? []).map(
      ([start, end, replacement, path = 'start.sh']): Edit => ({
        span: { file: filePath(path), start, end },
        replacement,
      }),
    );
    const [first, ...rest] = edits;
    return first ? { fix: { title: 'Mend it', safety: 'safe', edits: [first, ...rest] } } : {};
  });
  const found = suggestionsOf(documentOf(report), sourceLines(report.files), (path, line) => {
    expect(path).toBe('start.sh');
    return inDiff(line);
  });
  return found.map(({ line, start_line, body }) => ({
    lines: [start_line ?? line, line],
    text: /```suggestion\n([\s\S]*?)\n?```/.exec(body)?.[1],
  }));
}

test('a finding without a repair is not suggested', () => {
  expect(suggested('«a» b', [])).toEqual([]);
});

test.each<[string, string, readonly Change[], readonly [number, number], string]>([
  ['of one line stands for that line', 'one\n«a» b\nthree', [[4, 5, 'x']], [2, 2], 'x b'],
  ['of several lines stands for all of them', '«a» b\ntwo\nc d', [[2, 7, 'x\ny ']], [1, 2], 'a x\ny '],
  [
    'of several places keeps what is between',
    '«a» b\ntwo\nc d',
    [
      [0, 1, 'x'],
      [8, 9, 'y'],
    ],
    [1, 3],
    'x b\ntwo\ny d',
  ],
  [
    'at the same place twice is done once behind the other',
    '«a» b',
    [
      [0, 0, 'x'],
      [0, 1, 'y'],
    ],
    [1, 1],
    'xy b',
  ],
])('a repair %s', (_, text, edits, lines, after) => {
  expect(suggested(text, [edits])).toEqual([{ lines, text: after }]);
});

test.each<[string, string, readonly Change[]]>([
  [
    'in another file',
    '«a» b',
    [
      [0, 1, 'x'],
      [0, 1, 'y', 'other.sh'],
    ],
  ],
  ['that changes nothing', '«a» b', [[0, 1, 'a']]],
  [
    'whose edits lie over each other',
    '«a» bcd',
    [
      [0, 3, 'x'],
      [2, 4, 'y'],
    ],
  ],
  ['with a character that nobody can see', '«a» b', [[0, 1, 'x\u0007']]],
  [
    'of more than a hundred lines',
    `«a»${'\nline'.repeat(100)}`,
    [
      [0, 1, 'x'],
      [500, 501, 'y'],
    ],
  ],
])('a repair %s is not suggested', (_, text, edits) => {
  expect(suggested(text, [edits])).toEqual([]);
});

test('a repair is suggested only where each of its lines is part of the change', () => {
  const edits: readonly Change[] = [
    [0, 1, 'x'],
    [8, 9, 'y'],
  ];
  const touching = (...lines: readonly number[]) =>
    suggested('«a» b\ntwo\nc d', [edits], (line) => lines.includes(line)).length;
  expect([touching(1, 2, 3), touching(1, 3), touching(1, 2), touching(2, 3)]).toEqual([1, 0, 0, 0]);
});

test('two repairs of one line are one suggestion, and a pull request gets no more than it can bear', () => {
  expect(suggested('«a» «b»\n«c»', [[[0, 1, 'x']], [[2, 3, 'y']], [[4, 5, 'z']]])).toEqual([
    { lines: [1, 1], text: 'x b' },
    { lines: [2, 2], text: 'z' },
  ]);
  const lines = Array.from({ length: mostSuggestions + 1 }, () => '«a»').join('\n');
  const each = lines.split('\n').map((_, index): readonly Change[] => [[index * 2, index * 2 + 1, 'x']]);
  expect(suggested(lines, each)).toHaveLength(mostSuggestions);
});
