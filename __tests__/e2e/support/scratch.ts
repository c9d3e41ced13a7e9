import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The root of this project. */
export const projectRoot = resolve(import.meta.dirname, '../../..');

/** Calls `use` with a directory of its own, which is removed afterwards whatever happens. */
export async function inScratch<T>(use: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'pwc-e2e-'));
  try {
    return await use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The scratch directory that a folder lies in, else the folder: a home there is not among a repository's files. */
export function scratchAround(folder: string): string {
  return /^.*\/pwc-e2e-[^/]+/.exec(folder)?.[0] ?? folder;
}

/** A copy of the example repository, with the named workflows only; gives its root. */
export function copyExamples(scratch: string, workflows: readonly string[]): string {
  const root = join(scratch, 'repository');
  mkdirSync(root, { recursive: true });
  cpSync(join(projectRoot, 'examples/utils'), join(root, 'utils'), { recursive: true });
  cpSync(join(projectRoot, 'examples/.pw-workflow-check.yaml'), join(root, '.pw-workflow-check.yaml'));
  for (const name of workflows) {
    cpSync(join(projectRoot, 'examples/workflows', name), join(root, 'workflows', name), { recursive: true });
  }
  return root;
}
