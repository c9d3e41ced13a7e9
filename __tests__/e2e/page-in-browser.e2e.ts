import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type RenderSource, render } from '../../src/report/render.ts';
import { hostileTexts } from '../report/hostile-texts.ts';
import { infested } from '../report/infested.ts';
import { renderedSample } from '../report/rendered-sample.ts';
import { browser } from './support/browser.ts';
import { plainEnvironment } from './support/cli.ts';
import { runProgram } from './support/program.ts';

const options = { colour: 'plain', talk: 'normal', failOn: 'error' } as const;
const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pwc-page-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a browser has of a page after its scripts had time to run. */
async function opened(page: string, width = 1200): Promise<string> {
  const file = join(folder, 'page.html');
  writeFileSync(file, page);
  const ended = await runProgram({
    command: browser,
    args: [
      ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
      ...[
        '--proxy-server=direct://',
        '--allow-file-access-from-files',
        `--window-size=${width},900`,
        '--virtual-time-budget=3000',
      ],
      ...[`--user-data-dir=${join(folder, 'profile')}`, '--dump-dom', pathToFileURL(file).href],
    ],
    cwd: folder,
    // Chromium leaves a folder with a socket there, whose name must be short, and one of its sound system.
    env: { ...plainEnvironment(folder), TMPDIR: '.', XDG_RUNTIME_DIR: folder },
    limitMs: 90_000,
  });
  expect([ended.status, ended.signal]).toEqual([0, undefined]);
  return ended.stdout;
}

const mark = "document.documentElement.setAttribute('data-owned','1')";

/** One report with every text everywhere; what would show an alert would leave a mark instead. */
function everyText(): RenderSource {
  const sources = [...hostileTexts, `<script>${mark}</script>`, `<img src=x onerror="${mark}">`].map((text) =>
    infested(text.replaceAll('alert(1)', mark)),
  );
  const [first] = sources;
  if (first === undefined) throw new Error('there are no texts');
  const documents = sources.map((source) => source.document);
  const lines = new Map(
    documents.flatMap((one, index) => one.diagnostics.map((finding) => [finding.path, index])),
  );
  return {
    ...first,
    lines: (path) => sources[lines.get(path) ?? -1]?.lines(path),
    graphs: new Map(sources.flatMap((source) => [...source.graphs])),
    document: {
      ...first.document,
      workflows: documents.flatMap((one) => one.workflows),
      diagnostics: documents.flatMap((one) => one.diagnostics),
      runs: documents.flatMap((one) => one.runs),
      allowed: documents.flatMap((one) => one.allowed),
      faults: documents.flatMap((one) => one.faults),
      remarks: documents.flatMap((one) => one.remarks),
    },
  };
}

test('no script of a hostile text runs, not even without the policy of the page', async () => {
  const page = render('html', everyText(), options);
  expect(page).toMatch(policy);
  for (const text of [page, page.replace(policy, '')]) {
    const dom = await opened(text);
    expect(dom).not.toContain('data-owned="1"');
    expect(dom).toContain('<title>1 workflow: 1 failed');
    expect(dom.match(/<(script|iframe|base|object|embed|link|form)[\s>]/gi)).toEqual(['<script>']);
    expect(dom.match(/<meta [^>]*http-equiv="refresh"/i)).toBeNull();
  }
});

test('the mark would be seen, and the policy alone stops it', async () => {
  const page = render('html', everyText(), options).replace('<main>', () => `<main><script>${mark}</script>`);
  expect(await opened(page.replace(policy, ''))).toContain('data-owned="1"');
  expect(await opened(page)).not.toContain('data-owned="1"');
});

test.each([380, 800, 1400])('at %d pixels nothing is wider than the window', async (width) => {
  const measure =
    '<script>document.documentElement.dataset.wide=document.documentElement.scrollWidth-document.documentElement.clientWidth;document.documentElement.dataset.seen=innerWidth</script>';
  for (const source of [renderedSample(), everyText()]) {
    const page = render('html', source, options).replace(policy, '').replace('</main>', `</main>${measure}`);
    // A window of Chromium is never narrower than 500 pixels; a frame is.
    const frame = join(folder, 'frame.html');
    writeFileSync(frame, page);
    const around = `<body style="margin:0"><iframe style="border:0;width:${width}px;height:900px" src="frame.html"></iframe><script>onload=()=>{const d=document.querySelector('iframe').contentDocument.documentElement;document.documentElement.dataset.wide=d.scrollWidth-d.clientWidth;document.documentElement.dataset.seen=d.clientWidth}</script>`;
    const dom = await opened(around, Math.max(width, 500) + 40);
    expect(/data-wide="(-?\d+)"/.exec(dom)?.[1]).toBe('0');
    expect(Number(/data-seen="(\d+)"/.exec(dom)?.[1])).toBeGreaterThan(width - 20);
  }
  expect(readFileSync(join(folder, 'frame.html'), 'utf8')).toContain('<main>');
});

test('the script of the page finds and filters, under its policy', async () => {
  const page = render('html', renderedSample(), options);
  const [, id = ''] = /<article class="card finding warning" id="([^"]+)"/.exec(page) ?? [];
  expect(id).not.toBe('');
  // the page's own script is allowed by its hash: what is not hidden any more was shown by it
  const dom = await opened(page);
  expect(page).toContain('<div id="filter" class="chooser" hidden');
  expect(dom).toMatch(/<div id="filter" class="chooser">/);
  const typing =
    "<script>addEventListener('load',()=>{const search=document.querySelector('input[type=search]');search.value='a long line';search.dispatchEvent(new Event('input',{bubbles:true}));document.documentElement.dataset.shown=document.querySelectorAll('.finding:not([hidden])').length})</script>";
  const found = await opened(page.replace(policy, '').replace('</body>', () => `${typing}</body>`));
  const shown = Number(/data-shown="(\d+)"/.exec(found)?.[1]);
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(page.match(/class="card finding /g)?.length ?? 0);
});
