// Puts the extension of VS Code together in build/vscode, ready to be packed: `npm run extension`.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { bundleForBrowser, languageServer } from './bundle-browser.ts';
import { bundledLicences } from './bundled-licences.ts';

const source = 'editors/vscode';
const target = 'build/vscode';

/** One bundle of the extension; `vscode` is what the editor gives it. */
async function bundled(entry: string, outfile: string, options: BuildOptions) {
  const { metafile } = await build({
    ...options,
    entryPoints: [entry],
    outfile: join(target, outfile),
    bundle: true,
    minify: true,
    metafile: true,
    format: 'cjs',
    target: 'es2023',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return metafile;
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const file of ['package.json', 'README.md', 'LICENSE', 'icon.png']) {
  cpSync(join(source, file), join(target, file));
}
// The server on a machine is the program itself, which also runs workflows.
cpSync('dist/cli', join(target, 'dist/cli'), { recursive: true });
const bundles = await Promise.all([
  bundled(`${source}/src/node/main.ts`, 'dist/node/index.js', { platform: 'node' }),
  bundled(`${source}/src/web/main.ts`, 'dist/web/index.js', { platform: 'browser' }),
  bundleForBrowser(languageServer, join(target, 'dist/web')),
]);
writeFileSync(join(target, 'dist/licenses.txt'), bundledLicences(...bundles));
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
console.log(`build/vscode holds the extension of ${version}`);
