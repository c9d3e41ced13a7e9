import { pageFilterInlineJsSource } from '../../src/report/html/assets.generated.ts';
import type { Provenance } from '../../src/report/html/html-options.ts';
import { type RenderSource, render } from '../../src/report/render.ts';
import { rules } from '../../src/rules/index.generated.ts';
import { renderedSample } from './rendered-sample.ts';

const provenance: Provenance = {
  repository: { name: 'lab/sessions', address: 'https://github.com/lab/sessions' },
  branch: 'main',
  date: '2026-11-29T21:14:34.000Z',
  durationMs: 34_300,
  request: 'pw-workflow-check check --keep',
  versions: [
    { name: 'Node', version: '22.1.0' },
    { name: 'bash', version: '5.2.15' },
  ],
};

function page(change: (source: RenderSource) => RenderSource = (source) => source, more = {}): string {
  const source = { ...renderedSample(), rules: rules.map(({ meta }) => meta) };
  return render('html', change(source), {
    colour: 'plain',
    talk: 'normal',
    failOn: 'error',
    provenance,
    linkTo: (path, line) => `https://example.org/${path}#L${line}`,
    ...more,
  });
}

/** Where the links of the page lead inside it, and what can be led to. */
const targets = (text: string) => [...text.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
const ids = (text: string) => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);

test('the head of a closed release gate is no good news, and says why', () => {
  const withGate = (ready: boolean, reasons: readonly string[]) =>
    page(({ document, ...source }) => ({
      ...source,
      document: {
        ...document,
        summary: { ...document.summary, errors: 0, warnings: 0, failed: 0 },
        gate: { ready, reasons },
      },
    }));
  const closed = withGate(false, ['no <version> is known']);
  expect(closed).toContain('There is work to do');
  expect(closed).toContain('release gate: closed<ul><li>no &#60;version&#62; is known</li></ul>');
  expect(withGate(true, [])).toMatch(/All good.*release gate: open/s);
});

test('the head says what was checked, when and for how long', () => {
  const text = page();
  const head = text.slice(text.indexOf('<header'), text.indexOf('</header>'));
  for (const word of [
    'lab/sessions',
    'main',
    'cccccccccc',
    '2026-11-29 21:14 UTC',
    'took 34.3 s',
    'skipped',
  ]) {
    expect(head).toContain(word);
  }
});

test('every link inside the page leads to something, and no name is given twice', () => {
  const text = page();
  expect(targets(text).length).toBeGreaterThan(8);
  for (const target of targets(text)) expect(ids(text)).toContain(target);
  expect(new Set(ids(text)).size).toBe(ids(text).length);
  expect(ids(text)).toContain('f-f0');
  expect(ids(text)).toContain('run-hello-world-slurm-large');
});

test('each rule that spoke is explained, and every place leads to the forge', () => {
  const text = page();
  expect(text).toContain('href="#rule-undeclared-input"');
  expect(text).toContain('id="rule-undeclared-input"');
  expect(text).toContain('https://example.org/workflows/hello-world/start.sh#L3');
});

test('failed runs come first and open, passed ones are folded', () => {
  const text = page();
  const runs = [...text.matchAll(/<details class="card run (\w+)" id="[^"]+"( open)?>/g)];
  expect(runs.map(([, outcome, open]) => [outcome, open !== undefined])).toEqual([
    ['failed', true],
    ['passed', false],
  ]);
});

test('a timeline prints its times and marks the failure', () => {
  const text = page((source) => ({
    ...source,
    document: {
      ...source.document,
      runs: source.document.runs.map((run) => ({
        ...run,
        phases: [
          { phase: 'prepare', ms: 400 },
          { phase: 'wait', ms: 1600 },
          { phase: 'stop', ms: 100 },
        ] as const,
      })),
    },
  }));
  expect(text).toMatch(
    /<li class="failed"><span class="label">failed: timeout<\/span>.*?at 2\.0 s<\/span><\/li>/,
  );
  expect(text).toContain('<span class="time">1.6 s</span>');
});

test('skipped workflows stand with their reason', () => {
  const text = page((source) => ({
    ...source,
    document: {
      ...source.document,
      summary: { ...source.document.summary, skipped: 2 },
      workflows: ['a', 'b'].map((name) => ({
        name,
        path: `workflows/${name}/workflow.yaml`,
        outcome: 'skipped' as const,
        reason: 'conda is not on this machine',
      })),
    },
  }));
  expect(text).toContain('href="#skipped"');
  expect(text).toMatch(/2 workflows<\/td><td>conda is not on this machine<\/td>/);
});

test('the end says how the report came about, closed', () => {
  const text = page((source) => {
    const [first, ...others] = source.document.runs;
    if (first === undefined) throw new Error('the sample has no run');
    const inputs = [{ name: 'service.partition', value: `<${'x'.repeat(500)}` }];
    return { ...source, document: { ...source.document, runs: [{ ...first, inputs }, ...others] } };
  });
  const end = text.slice(text.indexOf('<details class="card provenance">'));
  const { date, branch = '', request = '' } = provenance;
  for (const word of ['Node', '22.1.0', '5.2.15', 'c'.repeat(40), 'lab/sessions', date, branch, request])
    expect(end).toContain(word);
  expect(end).toContain(`<code>service.partition: &#60;${'x'.repeat(119)}…</code>`);
  expect(end).toContain('emulated: parallelworks/update-session');
});

test('one small script is allowed by its hash, and nothing else', () => {
  const text = page();
  expect(text).toContain(`script-src &#39;${pageFilterInlineJsSource}&#39;`.replaceAll('&#39;', "'"));
  expect(text.match(/<script/g)).toHaveLength(1);
});
