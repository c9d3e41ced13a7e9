import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** A program of the system that clears up may take so long, in milliseconds. */
const patienceMs = 60_000;

/**
 * The points below a path, itself included, at which something is mounted, in the order of mounting. The path must be
 * without links.
 *
 * @param table the mounts of this process as in proc(5), `/proc/self/mountinfo`: the fifth field, blanks as `\040`
 */
export function mountsBelow(path: string, table: string = mountTable()): readonly string[] {
  const points = table.split('\n').map((line) => decoded(line.split(' ')[4] ?? ''));
  return points.filter((point) => point === path || point.startsWith(path + sep));
}

function mountTable(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'latin1');
  } catch {
    return '';
  }
}

const decoded = (field: string): string =>
  Buffer.from(
    field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
    'latin1',
  ).toString('utf8');

/**
 * Removes a file, or a directory with everything in it, however deep and whatever its permissions, and nothing beyond it:
 * what is mounted below is unmounted first, and when that cannot be done, nothing is removed. Nobody may be at work in it.
 *
 * @returns why it is still there; `undefined` when it is gone
 */
export function removeTree(path: string): string | undefined {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
  const real = join(realpathSync(dirname(path)), basename(path));
  for (const point of mountsBelow(real).toReversed()) unmount(point);
  const [mounted] = mountsBelow(real);
  if (mounted !== undefined) return `something is mounted at ${mounted}`;
  try {
    rmSync(real, { recursive: true, force: true, maxRetries: 5 });
    return undefined;
  } catch {
    // Paths may be too long for Node, and directories without permission to write: these programs go step by step.
    run('chmod', ['-R', 'u+rwX', '--', real]);
    const said = run('rm', ['-rf', '--', real]);
    return lstatSync(real, { throwIfNoEntry: false }) === undefined ? undefined : said || 'it stays';
  }
}

/** What keeps a mount busy has ended; where something does not, the mount at least leaves our directory. */
function unmount(point: string): void {
  for (const [command, ...words] of [['umount'], ['fusermount', '-u'], ['umount', '-l']] as const) {
    run(command, [...words, '--', point]);
    if (!mountsBelow(point).includes(point)) return;
  }
}

/** The first line that a program complains with. */
function run(command: string, words: readonly string[]): string {
  const { stderr } = spawnSync(command, words, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: patienceMs,
  });
  return (stderr ?? '').trim().split('\n')[0] ?? '';
}
