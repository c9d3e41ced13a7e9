import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, type Page, chromium as programs } from 'playwright-core';
import { bundleForBrowser, languageServer } from '../../../scripts/bundle-browser.ts';
import { buildPlayground } from '../../../scripts/playground.ts';
import { lint } from '../../../src/api/lint.ts';
import { exampleOf } from '../../../src/app/rule-example.ts';
import { browser, serveFolder } from '../support/browser.ts';
import { textColours } from './text-colours.ts';

/** How long anything may take to be seen, in milliseconds. */
const patience = 60_000;

let folder: string;
let served: Awaited<ReturnType<typeof serveFolder>>;
let chromium: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pwc-play-'));
  await buildPlayground(folder);
  await bundleForBrowser(languageServer, folder);
  served = await serveFolder(folder);
  chromium = await programs.launch({
    executablePath: browser,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, XDG_RUNTIME_DIR: folder },
  });
});
afterAll(async () => {
  await chromium?.close();
  await served?.end();
  rmSync(folder, { recursive: true, force: true });
});

/** The page, open, with what it asked for and what went wrong in it. */
async function opened(options: BrowserContextOptions = {}, fragment = '') {
  const context = await chromium.newContext(options);
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const requests: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(`${served.address}${fragment}`);
  await page.locator('#findings li').first().waitFor();
  return { page, requests, troubles, end: () => context.close() };
}

/** Chooses the example of a rule and waits for what is found in it. */
async function choose(page: Page, rule: string): Promise<void> {
  await page.selectOption('#examples', rule);
  await page.getByRole('button', { name: `Explain ${rule}`, exact: true }).waitFor();
}

const textOf = (page: Page): Promise<string> =>
  page.locator('.cm-line').evaluateAll((lines) => lines.map((line) => line.textContent).join('\n'));

test('findings as one types, explained, repaired by a click, without any server', async () => {
  const { page, requests, troubles, end } = await opened();
  await page.getByRole('heading', { name: '1 finding' }).waitFor();
  await page.locator('.cm-lintRange-warning, .cm-lintRange-error').first().waitFor();
  expect(await page.locator('#drawing svg').count()).toBe(1);

  await page.getByRole('button', { name: 'Explain undeclared-input' }).click();
  await page.getByRole('heading', { name: 'undeclared-input' }).waitFor();
  expect(await page.locator('#why').textContent()).not.toBe('');

  const before = await textOf(page);
  await page.locator('#findings .fix').click();
  await page.getByRole('heading', { name: 'No findings' }).waitFor();
  expect(await textOf(page)).not.toBe(before);
  await page.locator('.cm-content').press('Control+z');
  await page.getByRole('heading', { name: '1 finding' }).waitFor();
  expect(await textOf(page)).toBe(before);

  await page.locator('.cm-content').press('Control+Home');
  await page.keyboard.type('surprise: 1\n');
  await page.getByText('"surprise"').first().waitFor();

  expect(requests.map((url) => url.slice(served.address.length)).sort()).toEqual([
    '',
    'page.css',
    'page.js',
    'worker.js',
  ]);
  expect(troubles).toEqual([]);
  await end();
});

test('what is found is what the linter finds', async () => {
  const { page, end } = await opened();
  for (const rule of ['marker-race', 'unknown-key', 'fixed-service-port']) {
    const texts = exampleOf(rule) ?? {};
    const { diagnostics } = await lint(texts, { paths: Object.keys(texts) });
    await choose(page, rule);
    const messages = await page.locator('#findings .message').allInnerTexts();
    expect(messages).toEqual(diagnostics.map((one) => one.message));
  }
  await end();
});

test('the address holds the files, and gives them to whoever opens it', async () => {
  const { page, end } = await opened();
  await choose(page, 'marker-race');
  await page.locator('.cm-content').press('Control+Home');
  await page.keyboard.type('# grüße 🎈\n');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.waitForFunction(() => location.hash.length > 1);
  const fragment = new URL(page.url()).hash;
  await end();
  const other = await opened({}, fragment);
  await other.page.getByRole('button', { name: 'Explain marker-race' }).waitFor();
  await other.page.getByRole('tab', { name: 'start.sh' }).click();
  expect(await textOf(other.page)).toContain('# grüße 🎈');
  await other.end();
  const cut = await opened({}, fragment.slice(0, -9));
  await cut.page.getByText('holds no files that can be read').waitFor();
  await cut.end();
});

test('all of it can be reached by keys', async () => {
  const { page, end } = await opened();
  await choose(page, 'marker-race');
  const workflow = page.getByRole('tab', { name: 'workflow.yaml' });
  await page.getByRole('tab', { name: 'start.sh' }).focus();
  await page.keyboard.press('ArrowLeft');
  expect(await workflow.getAttribute('aria-selected')).toBe('true');
  expect(await workflow.evaluate((tab) => tab === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  expect(await page.locator('.cm-content').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('tab', { name: 'start.sh' }).getAttribute('aria-selected')).toBe('true');
  expect(await page.locator('.cm-content').evaluate((field) => field === document.activeElement)).toBe(true);
  await end();
});

test.each(['light', 'dark'] as const)('every word can be read when it is %s', async (colorScheme) => {
  const { page, end } = await opened({ colorScheme });
  await choose(page, 'marker-race');
  await page.getByRole('button', { name: 'Explain marker-race' }).click();
  await page.getByRole('heading', { name: 'marker-race' }).waitFor();
  const colours = await page.evaluate(textColours);
  expect(colours.length).toBeGreaterThan(30);
  expect(colours.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
  await end();
});

test('on a phone nothing sticks out', async () => {
  const { page, end } = await opened({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  });
  await choose(page, 'marker-race');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const editor = await page.locator('#editor').boundingBox();
  const list = await page.locator('#findings').boundingBox();
  expect(list?.y).toBeGreaterThan((editor?.y ?? 0) + (editor?.height ?? 0) - 1);
  await end();
});

test('the language server works in a worker, on files that it is told of', async () => {
  const { page, end } = await opened();
  const diagnostics = await page.evaluate(
    (files) =>
      new Promise((resolve, reject) => {
        const worker = new Worker('language-server.js');
        const say = (message: object): void => worker.postMessage({ jsonrpc: '2.0', ...message });
        const path = Object.keys(files).find((name) => name.endsWith('start.sh')) ?? '';
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.onmessage = ({ data }) => {
          if (data.id === 1) {
            say({ method: 'initialized', params: {} });
            const document = { uri: `memfs:///project/${path}`, languageId: 'shellscript', version: 1 };
            say({
              method: 'textDocument/didOpen',
              params: { textDocument: { ...document, text: files[path] } },
            });
          }
          if (data.method === 'window/logMessage') reject(new Error(data.params.message));
          if (data.method === 'textDocument/publishDiagnostics' && data.params.diagnostics.length > 0) {
            worker.terminate();
            resolve(data.params.diagnostics.map((one: { code: string }) => one.code));
          }
        };
        const told = Object.entries(files).map(([name, text]) => ({ uri: `memfs:///project/${name}`, text }));
        say({
          id: 1,
          method: 'initialize',
          params: {
            processId: null,
            rootUri: null,
            workspaceFolders: [{ uri: 'memfs:///project', name: 'project' }],
            capabilities: {},
            initializationOptions: { files: told },
          },
        });
      }),
    exampleOf('marker-race') ?? {},
  );
  expect(diagnostics).toEqual(['marker-race']);
  await end();
});
