import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

/** Every file below a folder, relative to it, sorted. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const expected = mkdtempSync(join(tmpdir(), 'check-dist-'));
try {
  await bundle(expected);
  const wanted = filesBelow(expected);
  const present = filesBelow('dist');
  const different = [
    ...wanted.filter(
      (file) =>
        !present.includes(file) ||
        !readFileSync(join(expected, file)).equals(readFileSync(join('dist', file))),
    ),
    ...present.filter((file) => !wanted.includes(file)),
  ];
  if (different.length > 0) {
    console.error(
      `dist/ is not what the build makes: ${different.join(', ')}\nwhen the work is done, run \`npm run bundle\` and commit dist/ by itself`,
    );
    process.exitCode = 1;
  } else {
    console.log(`dist/ is what the build makes (${wanted.length} files)`);
  }
} finally {
  rmSync(expected, { recursive: true, force: true });
}
