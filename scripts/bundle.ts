import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The programs that are started from the repository; each is one readable file with the packages that it uses. */
const roofs = ['action', 'cli'] as const;

/**
 * Bundles the compiled programs with ncc into `target/action` and `target/cli`, with the licences of what is bundled. A
 * folder is swapped in whole, so that an interrupted build leaves the old one.
 *
 * @throws when ncc fails
 */
export function bundle(target: string): void {
  const ncc = fileURLToPath(import.meta.resolve('@vercel/ncc/dist/ncc/cli.js'));
  for (const roof of roofs) {
    const folder = join(target, roof);
    const fresh = `${folder}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
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
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) bundle(resolve('dist'));
