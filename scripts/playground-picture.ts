import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildPlayground } from './playground.ts';

/** Photographs the playground as it opens, with the explanation of what is found; needs Chromium, and no network. */
export async function playgroundPicture(target: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  try {
    await buildPlayground(folder);
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    const page = await browser.newPage({ viewport: { width: 1100, height: 640 } });
    const address = 'http://playground/';
    await page.route(`${address}*`, (route) =>
      route.fulfill({ path: join(folder, route.request().url().slice(address.length) || 'index.html') }),
    );
    await page.goto(address);
    await page.locator('#findings .rule').first().click();
    await page.locator('#rule').waitFor();
    await page.screenshot({ path: target });
    await browser.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
