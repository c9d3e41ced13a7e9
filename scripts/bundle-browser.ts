import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What is built for browsers, by the name of its file. */
export type BrowserEntry = 'language-server';

/**
 * Bundles what runs in a browser, each into one script `target/NAME.js` that needs no module loader and no network: with
 * esbuild, because ncc takes the builds of packages that are for Node (docs/adr/0009). Licences stay in the text.
 *
 * @throws when something that would be in it needs Node
 */
export async function bundleForBrowser(entries: readonly BrowserEntry[], target: string): Promise<void> {
  await build({
    entryPoints: entries.map((entry) => `src/browser/${entry}.ts`),
    outdir: target,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    minify: true,
    legalComments: 'linked',
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundleForBrowser(['language-server'], resolve('build/browser'));
}
