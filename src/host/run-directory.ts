import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasEnvironment, processRow, processTable } from './proc.ts';

const prefix = 'pw-workflow-check-';
const ownerFile = 'owner.json';
/** A directory without an owner's note may be one that is being made. */
const graceMs = 60_000;

/** Makes a directory for a run, after ending and removing what runs left behind whose program was killed. */
export function makeRunDirectory(marker: string): string {
  const base = realpathSync(tmpdir());
  cleanUpAfterKilled(base);
  const directory = join(base, `${prefix}${marker}`);
  mkdirSync(directory, { mode: 0o700 });
  const row = processRow(process.pid);
  writeFileSync(
    join(directory, ownerFile),
    JSON.stringify({ pid: process.pid, startedAt: row?.startedAt ?? 0, marker }),
  );
  return directory;
}

function cleanUpAfterKilled(base: string): void {
  let names: readonly string[];
  try {
    names = readdirSync(base).filter((name) => name.startsWith(prefix));
  } catch {
    return;
  }
  for (const name of names) {
    try {
      cleanUpOne(join(base, name));
    } catch {
      // somebody else's, or being removed by somebody else in this moment
    }
  }
}

function cleanUpOne(directory: string): void {
  const stats = statSync(directory);
  if (stats.uid !== process.getuid?.()) return;
  let owner: { readonly pid: number; readonly startedAt: number; readonly marker: string };
  try {
    owner = JSON.parse(readFileSync(join(directory, ownerFile), 'utf8'));
  } catch {
    if (Date.now() - stats.mtimeMs > graceMs) rmSync(directory, { recursive: true, force: true });
    return;
  }
  const row = processRow(owner.pid);
  if (row !== undefined && row.startedAt === owner.startedAt) return;
  for (const left of processTable()) {
    if (hasEnvironment(left.pid, `PW_CHECK_RUN=${owner.marker}`)) process.kill(left.pid, 'SIGKILL');
  }
  rmSync(directory, { recursive: true, force: true });
}
