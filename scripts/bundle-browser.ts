import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

/**
 * Bundles what runs in a browser, each entry into one script `target/NAME.js` that needs no module loader and no network. With
 * esbuild, because ncc takes the builds of packages that are for Node (docs/adr/0009).
 *
 * @param entries paths of modules by the name of their script
 * @returns what is in it, for the licences
 * @throws when something that would be in it needs Node
 */
export async function bundleForBrowser(
  entries: Readonly<Record<string, string>>,
  target: string,
): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: { ...entries },
    outdir: target,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    minify: true,
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}

/** The language server in a worker. */
export const languageServer = { 'language-server': 'src/browser/language-server.ts' } as const;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundleForBrowser(languageServer, resolve('build/browser'));
}
