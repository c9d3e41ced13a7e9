import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleApi } from './bundle-api.ts';

/** The programs that are started from the repository; each is one readable file with the packages that it uses. */
const roofs = ['action', 'cli'] as const;

/**
 * Bundles the compiled programs with ncc into `target/action` and `target/cli`, and what is imported from the package into
 * `target/api`, with the licences of what is bundled. A folder is swapped in whole, so that an interrupted build leaves the
 * old one.
 *
 * @throws when a bundler fails
 */
export async function bundle(target: string): Promise<void> {
  const ncc = fileURLToPath(import.meta.resolve('@vercel/ncc/dist/ncc/cli.js'));
  for (const roof of roofs) {
    const fresh = freshFolder(join(target, roof));
    const words = [
      'build',
      `build/src/${roof}/main.js`,
      '--out',
      fresh,
      '--license',
      'licenses.txt',
      '--quiet',
    ];
    execFileSync(process.execPath, [ncc, ...words], { stdio: ['ignore', 'inherit', 'inherit'] });
    swapIn(fresh, join(target, roof));
  }
  const fresh = freshFolder(join(target, 'api'));
  await bundleApi(fresh);
  // Nothing is in it that is not in the command line, too.
  copyFileSync(join(target, 'cli', 'licenses.txt'), join(fresh, 'licenses.txt'));
  swapIn(fresh, join(target, 'api'));
}

function freshFolder(folder: string): string {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  return fresh;
}

function swapIn(fresh: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(resolve('dist'));
