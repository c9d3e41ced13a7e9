import { spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasEnvironment, processRow, processTable, procText } from '../processes/proc.ts';
import { removeTree } from './remove-tree.ts';

const prefix = 'pw-workflow-check-run-';
/** Only names of our own making are ever looked at: a person's folder may begin alike. */
const ourName = /^pw-workflow-check-run-[0-9a-z-]{8,60}$/;
const ownerFile = '.owner.json';

/** Makes a directory for a run, after ending and removing what runs left behind whose program was killed. */
export function makeRunDirectory(marker: string): string {
  const base = realpathSync(tmpdir());
  cleanUpAfterKilled(base);
  const directory = join(base, `${prefix}${marker}`);
  const nascent = `${directory}.new`;
  mkdirSync(nascent, { mode: 0o700 });
  const startedAt = processRow(process.pid)?.startedAt ?? 0;
  writeFileSync(
    join(nascent, ownerFile),
    JSON.stringify({ pid: process.pid, startedAt, marker, directory, machine: machineNow() }),
  );
  renameSync(nascent, directory);
  return directory;
}

/**
 * What makes process ids mean something: the host, its boot and the PID namespace. A folder for temporary files may be shared
 * by several of them, which cannot see each other's processes.
 */
function machineNow(): string {
  return [hostname(), bootId(), pidNamespace()].join(' ');
}

function bootId(): string {
  return procText('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function cleanUpAfterKilled(base: string): void {
  let names: readonly string[];
  try {
    names = readdirSync(base).filter((name) => ourName.test(name));
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

/** Removes a directory only when its own note says that it is a run's and that its owner has died. */
function cleanUpOne(directory: string): void {
  const stats = lstatSync(directory);
  if (!stats.isDirectory() || stats.uid !== process.getuid?.()) return;
  const owner: Readonly<Record<string, unknown>> = JSON.parse(
    readFileSync(join(directory, ownerFile), 'utf8'),
  );
  if (
    owner['directory'] !== directory ||
    typeof owner['pid'] !== 'number' ||
    typeof owner['marker'] !== 'string' ||
    owner['machine'] !== machineNow()
  )
    return;
  const row = processRow(owner['pid']);
  if (row !== undefined && row.startedAt === owner['startedAt']) return;
  for (const left of processTable()) {
    if (hasEnvironment(left.pid, `PW_CHECK_RUN=${owner['marker']}`)) kill(left.pid);
  }
  cancelBatchJobs(directory);
  removeTree(directory);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has ended in this moment
  }
}

/** Batch jobs that a killed run left in the queue of a real scheduler; it noted their numbers. */
function cancelBatchJobs(directory: string): void {
  let noted = '';
  try {
    noted = readFileSync(join(directory, 'batch-jobs'), 'utf8');
  } catch {
    return;
  }
  for (const line of noted.split('\n')) {
    const match = /^(slurm|pbs) (\d+)$/.exec(line);
    if (match === null) continue;
    spawnSync(match[1] === 'slurm' ? 'scancel' : 'qdel', [match[2] ?? ''], {
      stdio: 'ignore',
      timeout: 5000,
    });
  }
}
