import { documentOf, sourceLines } from '../../src/report/document/document-of.ts';
import type { ListOptions } from '../../src/report/terminal/finding-list.ts';
import { formatPretty } from '../../src/report/terminal/pretty.ts';
import { reportOf } from './sample-report.ts';

const severities = ['note', 'warning', 'error'] as const;

/** A report with as many findings as there are marks, in files `a.sh`, `b.sh` …, told by `each`. */
function shown(
  count: number,
  each: (index: number) => { rule: string; message: string; severity: (typeof severities)[number] },
  options: ListOptions & { readonly talk?: 'normal' | 'quiet' } = {},
): string {
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${String.fromCharCode(97 + index)}.sh`, 'echo «x»\n']),
  );
  const report = reportOf(files, (_, index) => each(index));
  const lines = sourceLines(report.files);
  return formatPretty(documentOf(report, lines), lines, { colour: 'plain', talk: 'normal', ...options });
}

const alike = () => ({ rule: 'traced-secret', message: 'a secret is printed', severity: 'warning' as const });
const heads = (text: string) => text.split('\n').filter((line) => /^(\S+:\d+:\d+: | {4}and )/.test(line));

describe('findings that are alike', () => {
  test('are counted from the fourth on', () => {
    const text = shown(9, alike);
    expect(heads(text)).toEqual([
      'a.sh:1:6: warning: a secret is printed [traced-secret]',
      'b.sh:1:6: warning: a secret is printed [traced-secret]',
      'c.sh:1:6: warning: a secret is printed [traced-secret]',
      '    and 6 more in 6 files [traced-secret]',
    ]);
    expect(text.match(/\^/g)).toHaveLength(1);
    expect(text).toMatch(/0 errors, 9 warnings, 0 notes\n$/);
  });

  test('are all shown when there are three', () => {
    const text = shown(3, alike);
    expect(heads(text)).toHaveLength(3);
    expect(text.match(/\^/g)).toHaveLength(3);
  });

  test('are all shown, each in full, to who asks for one rule', () => {
    const text = shown(9, alike, { equal: 'shown' });
    expect(text.match(/\^/g)).toHaveLength(9);
  });

  test('are errors only when they say the same', () => {
    const text = shown(6, (index) => ({
      rule: 'unknown-key',
      message: `"${index}" is unknown`,
      severity: 'error',
    }));
    expect(heads(text)).toHaveLength(6);
    const equal = shown(6, () => ({ rule: 'unknown-key', message: '"a" is unknown', severity: 'error' }));
    expect(heads(equal).at(-1)).toBe('    and 3 more in 3 files [unknown-key]');
  });

  test('are told in full each when they say different things', () => {
    const text = shown(5, (index) => ({
      rule: 'unused-input',
      message: `${index} is unused`,
      severity: 'warning',
    }));
    expect(text.match(/\^/g)).toHaveLength(3);
    expect(heads(text)).toHaveLength(4);
  });
});

describe('the order of findings', () => {
  const mixed = (index: number) => ({
    rule: `rule-${index}`,
    message: 'words',
    severity: severities[index % 3] ?? ('note' as const),
  });
  const order = (options: ListOptions) => heads(shown(6, mixed, options)).map((line) => line.slice(0, 4));

  test('is the worst first, or file by file', () => {
    expect(order({})).toEqual(['c.sh', 'f.sh', 'b.sh', 'e.sh', 'a.sh', 'd.sh']);
    expect(order({ sort: 'severity' })).toEqual(order({}));
    expect(order({ sort: 'place' })).toEqual(['a.sh', 'b.sh', 'c.sh', 'd.sh', 'e.sh', 'f.sh']);
  });

  test('leaves out what is less severe than what is asked for, and says so', () => {
    const text = shown(6, mixed, { severity: 'warning' });
    expect(heads(text)).toHaveLength(4);
    expect(text).toContain('2 errors, 2 warnings, 2 notes (2 not shown: --severity warning)');
    expect(order({ severity: 'error' })).toEqual(['c.sh', 'f.sh']);
  });
});

describe('the end of a long list', () => {
  test('counts the rules and says what to do next', () => {
    const text = shown(12, (index) =>
      index === 7 ? { rule: 'unknown-key', message: 'no such key', severity: 'error' } : alike(),
    );
    expect(text).toContain(
      '     1 error     unknown-key    in 1 file\n    11 warnings  traced-secret  in 11 files\n',
    );
    expect(text).toContain('next: --only RULE lists every place of one rule, --format json all of them');
    expect(text).toContain('next: pw-workflow-check explain unknown-key tells');
  });

  test('is the summary alone for a short one, and for who wants it quiet', () => {
    expect(shown(4, alike)).not.toContain('next:');
    expect(shown(12, alike, { talk: 'quiet' })).not.toContain('next:');
  });
});
