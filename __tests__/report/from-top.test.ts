import { fromTop } from '../../src/report/from-top.ts';
import { type RenderOptions, render, renderSource } from '../../src/report/render.ts';
import { reportFormats } from '../../src/report/report-format.ts';
import { reportOf } from './sample-report.ts';

const options: RenderOptions = { colour: 'plain', talk: 'normal', failOn: 'error' };
const file = 'workflows/a/start.sh';

function sample() {
  return renderSource(
    reportOf({ [file]: 'one «two»\n' }, (one) => ({
      related: [{ span: one.at, text: 'here' }],
      fix: { title: 'Repair', safety: 'safe', edits: [{ span: one.at, replacement: 'x' }] },
    })),
  );
}

test.each(reportFormats.filter((one) => one !== 'pretty' && one !== 'json' && one !== 'ndjson'))(
  '%s names files by where they are in the repository',
  (format) => {
    const text = render(format, fromTop(sample(), 'parts/моя'), options);
    const places = [...text.matchAll(/(\S{0,40})workflows\/a\/start\.sh/g)].map((match) =>
      decodeURIComponent(match[1] ?? ''),
    );
    expect(places.length).toBeGreaterThan(0);
    for (const before of places) expect(before.endsWith('parts/моя/')).toBe(true);
  },
);

test('a report of the whole repository stays as it is', () => {
  const source = sample();
  expect(fromTop(source, '')).toBe(source);
});

test('the lines of a file are found under its path in the repository', () => {
  const moved = fromTop(sample(), 'parts');
  expect(moved.lines(`parts/${file}`)?.lineText(1)).toBe('one two');
  expect(moved.lines(file)).toBeUndefined();
});
