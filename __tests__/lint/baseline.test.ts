import { baselineText, readBaseline } from '../../src/lint/baseline.ts';

const one = { path: 'b.sh', rule: 'x', message: 'a "quoted" word', fingerprint: '1' };
const other = { path: 'a.sh', rule: 'y', message: 'm', fingerprint: '2' };

test('what is written is read again, sorted by path, each finding once and on a line of its own', () => {
  const text = baselineText([one, other, one]);
  expect(readBaseline(text)).toEqual({ kind: 'baseline', findings: [other, one] });
  expect(text.split('\n').filter((line) => line.includes('"fingerprint"'))).toHaveLength(2);
  expect(readBaseline(baselineText([]))).toEqual({ kind: 'baseline', findings: [] });
});

test.each([
  ['a list of fingerprints', '["1", "2"]'],
  ['a report', '{"schema": 1, "diagnostics": [{"fingerprint": "1"}, {"fingerprint": "2"}]}'],
])('%s is a baseline, too', (_, text) => {
  const read = readBaseline(text);
  expect(read.kind === 'baseline' && read.findings.map((finding) => finding.fingerprint)).toEqual(['1', '2']);
});

test('a byte order mark before a baseline is none of it', () => {
  expect(readBaseline(`\uFEFF${baselineText([one])}`)).toEqual({ kind: 'baseline', findings: [one] });
});

test.each([
  '"findings"',
  '3',
  '',
  '{',
  '{}',
  '[1]',
  '{"findings": [{}]}',
  '{"findings": {"fingerprint": "1"}}',
  'null',
])('%j is refused', (text) => {
  expect(readBaseline(text)).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('baseline'),
  });
});
