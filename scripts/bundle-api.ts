import { build } from 'esbuild';

/**
 * Bundles what is imported from the package into `target`: `index.js` for Node, `lint.js` for browsers too, and what both share.
 * With esbuild, because ncc neither shares nor builds for browsers (docs/adr/0009); names are kept for traces.
 *
 * @throws when something that would be in it is not found
 */
export async function bundleApi(target: string): Promise<void> {
  await build({
    entryPoints: ['src/api/index.ts', 'src/api/lint.ts'],
    outdir: target,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    // Of packages that have several builds, the one that runs in browsers and on Node alike.
    conditions: ['browser', 'import'],
    mainFields: ['browser', 'module', 'main'],
    external: ['node:*'],
    target: 'es2023',
    minifyWhitespace: true,
    minifySyntax: true,
    chunkNames: 'shared-[hash]',
    logLevel: 'warning',
  });
}
