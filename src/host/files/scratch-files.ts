import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';

const prefix = 'pw-workflow-check-files-';

/** Files in a directory of their own, which is there from `write` until `remove`. */
export interface ScratchFiles {
  readonly directory: string;
  /** Writes them into a new directory that only this user can read. */
  write(): void;
  remove(): void;
}

/**
 * Chooses a directory for files, after removing those of programs that were killed: whoever is to remove it when this
 * program dies can be told its name before it is there. Names of files may have folders; one that would leave the
 * directory is left out.
 */
export function scratchFiles(
  files: readonly { readonly name: string; readonly text: string }[],
): ScratchFiles {
  removeAbandoned();
  const directory = join(tmpdir(), `${prefix}${process.pid}-${randomUUID().slice(0, 6)}`);
  return {
    directory,
    write() {
      mkdirSync(directory, { mode: 0o700 });
      for (const file of files) {
        const path = resolve(directory, file.name);
        if (!path.startsWith(directory + sep)) continue;
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, file.text, { mode: 0o600 });
      }
    },
    remove() {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Removes the directories of programs that were killed before they could; the name says whose each one is. */
function removeAbandoned(): void {
  for (const name of namesIn(tmpdir())) {
    const owner = /^pw-workflow-check-files-(\d+)-[A-Za-z0-9]{6}$/.exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // another program removes it at the same time, or may
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether a process is there; one of another user counts, because its directories are not ours to remove. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
