import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';

/**
 * Writes files into a new directory that only this user can read, works with it and removes it, whatever happens.
 * Names may have folders; a name that would leave the directory is left out.
 */
export async function withScratchFiles<Result>(
  files: readonly { readonly name: string; readonly text: string }[],
  work: (directory: string) => Promise<Result>,
): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'pw-workflow-check-'));
  try {
    for (const file of files) {
      const path = resolve(directory, file.name);
      if (!path.startsWith(directory + sep)) continue;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, file.text, { mode: 0o600 });
    }
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
