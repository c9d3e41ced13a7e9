// Builds the playground, a folder that any server of static files can serve: `npm run playground`.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleForBrowser } from './bundle-browser.ts';
import { bundledLicences } from './bundled-licences.ts';

const scripts = {
  page: 'src/browser/playground/page.ts',
  worker: 'src/browser/playground/worker.ts',
} as const;

/**
 * Builds the page of the playground and its worker into a folder.
 *
 * @throws when the bundler fails
 */
export async function buildPlayground(target: string): Promise<void> {
  mkdirSync(target, { recursive: true });
  for (const name of ['index.html', 'page.css'])
    copyFileSync(join('docs/playground', name), join(target, name));
  writeFileSync(join(target, 'licenses.txt'), bundledLicences(await bundleForBrowser(scripts, target)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = resolve('build/playground');
  await buildPlayground(folder);
  console.log(`built ${folder}: serve it with any server of files, such as python3 -m http.server`);
}
