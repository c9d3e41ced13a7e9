import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifySync } from '@swc/core';
import { joinModules, lateFiles, type Part } from './join-modules.ts';
import { makeLate } from './late-modules.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The command line's files: what a small request needs, and what a lint needs besides. Other commands get their own. */
const parts: readonly Part[] = [
  { name: 'program', from: ['cli/main'] },
  { name: 'lint', from: ['cli/check-command'] },
];

/**
 * Bundles the action with ncc into `target/action` and the command line with Rollup into `target/cli`, as CommonJS,
 * which Node starts sooner than modules. The folders are swapped in whole, so that an interrupted build leaves the old
 * bundle.
 *
 * @throws when ncc or Rollup fails
 */
export async function bundle(target: string): Promise<void> {
  const sources = prepareSources();
  await swapIn(join(target, 'action'), async (fresh) => {
    runNcc(join(sources, 'src/action/main.js'), fresh);
    for (const file of scriptsIn(fresh))
      write(join(fresh, file), slim(readFileSync(join(fresh, file), 'utf8')));
  });
  await swapIn(join(target, 'cli'), async (fresh) => {
    const source = join(sources, 'src');
    await joinModules(source, fresh, parts, lateFiles(source));
    for (const file of scriptsIn(fresh))
      write(join(fresh, file), sealed(slim(readFileSync(join(fresh, file), 'utf8'))));
    await joinModules(source, `${fresh}.start`, [{ name: 'index', from: ['cli/start'] }]);
    write(join(fresh, 'index.js'), slim(readFileSync(join(`${fresh}.start`, 'index.js'), 'utf8')));
    rmSync(`${fresh}.start`, { recursive: true });
  });
}

async function swapIn(folder: string, fill: (fresh: string) => Promise<void>): Promise<void> {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(fresh), { recursive: true });
  await fill(fresh);
  writeFileSync(join(fresh, 'package.json'), '{"type":"commonjs"}\n');
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

function scriptsIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((one) => one.endsWith('.js'));
}

/**
 * What is compiled, made ready for the bundle in a folder of its own: modules that are evaluated late, the
 * folder of a module by its CommonJS name, and a manifest that does not say "module", so that ncc makes CommonJS of it.
 */
function prepareSources(): string {
  const sources = join(root, 'build', 'to-bundle');
  rmSync(sources, { recursive: true, force: true });
  for (const folder of ['src', 'schemas'])
    cpSync(join(root, 'build', folder), join(sources, folder), { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'build', 'package.json'), 'utf8'));
  writeFileSync(join(sources, 'package.json'), JSON.stringify({ version }));
  for (const name of readdirSync(join(sources, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const path = join(sources, 'src', name);
    const code = readFileSync(path, 'utf8');
    const ready = code.replaceAll('import.meta.dirname', '__dirname');
    if (ready !== code) writeFileSync(path, ready);
  }
  makeLate(join(sources, 'src'));
  return sources;
}

function runNcc(entry: string, out: string): void {
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js'),
      'build',
      entry,
      '-o',
      out,
      '--license',
      'licenses.txt',
      '--quiet',
    ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
}

/**
 * Makes a bundled file small and plain ASCII. A linter is mostly start-up: Node reads and decodes the whole text before
 * the first line runs, and what is not ASCII makes it decode the slow way.
 */
function slim(text: string): string {
  const { code } = minifySync(text.replace(/^#!.*\n/, ''), {
    module: false,
    ecma: 2022,
    compress: false,
    mangle: { keep_classnames: true, toplevel: true },
    format: { asciiOnly: true, comments: false },
  });
  return code;
}

/** From this length on Node keeps a plain text outside of V8's heap (`EXTERN_APEX` in its `string_bytes.cc`). */
const outsideOfHeap = 0xfbee9;

/**
 * A file as the loader of the program takes it: the digest of what follows, then a function around the code. What
 * imports modules itself is left to Node: V8 would ask the loader for them.
 *
 * A file that is nearly long enough for a place outside of the heap is filled up with blanks: to copy it into the heap
 * and collect garbage for it costs a lint 1.5 %.
 */
function sealed(code: string): string {
  if (/\bimport\(/.test(code)) return `${code}\n`;
  const text = `(function(exports,require,module,__filename,__dirname){${code}\n})\n`;
  const body = text.length > 0.8 * outsideOfHeap ? text.padEnd(outsideOfHeap) : text;
  return `// ${createHash('sha256').update(body).digest('hex')}\n${body}`;
}

/** Writes a file of a bundle; what starts a program can be executed. */
function write(path: string, code: string): void {
  const isEntry = path.endsWith('/index.js');
  writeFileSync(path, isEntry ? `#!/usr/bin/env node\n${code}\n` : code);
  chmodSync(path, isEntry ? 0o755 : 0o644);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(resolve('dist'));
