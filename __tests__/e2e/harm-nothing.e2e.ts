import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dedent } from '../../src/base/dedent.ts';
import { cliBundle, plainEnvironment, reportOf } from './support/cli.ts';
import { eventually, processesOf } from './support/leftovers.ts';
import { type Ended, type Order, runProgram } from './support/program.ts';
import { copyExamples, inScratch } from './support/scratch.ts';

/** What hello-world's start script does before it serves. */
const beforeServing = 'mkdir -p site\n';

function withTrick(scratch: string, trick: string): string {
  const root = copyExamples(scratch, ['hello-world']);
  const path = join(root, 'workflows/hello-world/start.sh');
  writeFileSync(path, readFileSync(path, 'utf8').replace(beforeServing, `${beforeServing}${trick}\n`));
  return root;
}

interface Setting {
  readonly scratch: string;
  readonly root: string;
  /** Shell commands in a mount namespace of its own, before the tool takes the shell's place. */
  readonly prepare?: string;
  readonly command?: 'run' | 'lint';
  readonly node?: string;
  readonly program?: string;
  readonly format?: string;
}

/** Runs the tool in a mount namespace of its own, where it is root, or looks like it. */
function inNamespace(
  {
    scratch,
    root,
    prepare = ':',
    command = 'run',
    node = process.execPath,
    program = '',
    format = 'json',
  }: Setting,
  more: Partial<Order> = {},
): Promise<Ended> {
  const temporary = join(scratch, 'tmp');
  mkdirSync(temporary, { recursive: true });
  chmodSync(temporary, 0o777);
  const start = `${prepare}\nexec ${program} "$0" "$@"`;
  return runProgram({
    command: 'unshare',
    args: [
      ...(process.getuid?.() === 0 ? ['--mount'] : ['--mount', '--map-root-user']),
      ...['sh', '-c', start, node, cliBundle, command, '--format', format],
    ],
    cwd: root,
    env: { ...plainEnvironment(join(scratch, 'home')), TMPDIR: temporary },
    ...more,
  });
}

/** Text of ours that no user should meet. */
const stackTrace = /^\s+at .*[(:]\d+:\d+\)?$|node:internal/m;

describe.each(['node20', 'node22', 'node24'])('a directory that the job mounted, under %s,', (node) => {
  const mounting = (precious: string) => `mkdir -p data\nmount --bind '${precious}' data`;
  const withPrecious = (scratch: string): string => {
    const precious = join(scratch, 'precious', 'results.csv');
    mkdirSync(dirname(precious));
    writeFileSync(precious, 'of ten years');
    return precious;
  };

  test('is whole after the run, which tells of the mount', async () => {
    await inScratch(async (scratch) => {
      const precious = withPrecious(scratch);
      const root = withTrick(scratch, mounting(dirname(precious)));
      const ended = await inNamespace({ scratch, root, node });
      expect(reportOf(ended).runs[0]?.leftovers).toContainEqual(
        expect.objectContaining({ kind: 'mount', path: expect.stringMatching(/^~\/pw\/jobs\/.*\/data$/) }),
      );
      expect(readFileSync(precious, 'utf8')).toBe('of ten years');
      expect(readdirSync(join(scratch, 'tmp'))).toEqual([]);
    });
  });

  test('is whole after the tool was killed', async () => {
    await inScratch(async (scratch) => {
      const precious = withPrecious(scratch);
      const root = withTrick(scratch, mounting(dirname(precious)));
      let killed = false;
      const ended = await inNamespace(
        { scratch, root, node, format: 'ndjson' },
        {
          onOutput: (soFar, kill) => {
            if (killed || !soFar.includes('"kind":"listening"')) return;
            killed = true;
            kill('SIGKILL');
          },
        },
      );
      expect(ended.signal).toBe('SIGKILL');
      await eventually(() => processesOf(scratch).length === 0, 20_000);
      expect(processesOf(scratch)).toEqual([]);
      expect(readFileSync(precious, 'utf8')).toBe('of ten years');
    });
  });
});

/** As somebody who is bound by permissions. */
const asNobody =
  process.getuid?.() === 0 ? 'setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all' : '';

test.each([
  [
    'directories without permission to write',
    'mkdir -p cache/mod/a cache/mod/b; touch cache/mod/a/go.mod; chmod -R a-w cache; chmod 0 cache/mod/b',
  ],
  [
    'four thousand levels',
    "python3 -c \"import os\nfor _ in range(4000): os.mkdir('deep'); os.chdir('deep')\nos.mkdir('x', 0o500)\"",
  ],
])('%s are removed, and the run passes', async (_what, trick) => {
  await inScratch(async (scratch) => {
    chmodSync(scratch, 0o755);
    const root = withTrick(scratch, trick);
    const ended = await inNamespace({ scratch, root, program: asNobody });
    expect(reportOf(ended)).toMatchObject({ faults: [], summary: { passed: 1 } });
    expect(readdirSync(join(scratch, 'tmp'))).toEqual([]);
  });
});

test('a disk that a service fills ends the run, says so in a sentence and never passes', async () => {
  await inScratch(async (scratch) => {
    const root = withTrick(scratch, 'head -c 100M /dev/zero > full || true');
    const prepare = 'mount -t tmpfs -o size=4m none "$TMPDIR"';
    const ended = await inNamespace({ scratch, root, prepare });
    expect(reportOf(ended).summary).toMatchObject({ passed: 0, failed: 1 });
    expect([1, 3]).toContain(ended.status);
    expect(ended.stderr).not.toMatch(stackTrace);
  });
});

test('a disk that is full before ends the run with status 3 and a sentence', async () => {
  await inScratch(async (scratch) => {
    const root = withTrick(scratch, ':');
    const prepare =
      'mount -t tmpfs -o size=64k none "$TMPDIR"; head -c 1M /dev/zero > "$TMPDIR/full" || true';
    const ended = await inNamespace({ scratch, root, prepare });
    expect(reportOf(ended)).toMatchObject({ summary: { passed: 0, failed: 1 } });
    expect(JSON.stringify(reportOf(ended).faults)).toMatch(/no space left/);
    expect(ended.status).toBe(3);
    expect(ended.stderr).not.toMatch(stackTrace);
  });
});

test('a read-only repository is linted and run; a read-only folder for temporary files is named', async () => {
  await inScratch(async (scratch) => {
    const root = withTrick(scratch, ':');
    const readOnly = (folder: string) =>
      `mount --bind ${folder} ${folder} && mount -o remount,bind,ro ${folder}`;
    const passed = await inNamespace({ scratch, root, prepare: `${readOnly(root)} && cd ${root}` });
    expect(reportOf(passed)).toMatchObject({ faults: [], summary: { passed: 1 } });
    const refused = await inNamespace({ scratch, root, prepare: readOnly('"$TMPDIR"') });
    expect(JSON.stringify(reportOf(refused).faults)).toMatch(/read-only file system/);
    expect(refused.status).toBe(3);
    expect(refused.stderr).not.toMatch(stackTrace);
  });
});

test('a run whose directory the job removes fails, is told, and leaves nothing', async () => {
  await inScratch(async (scratch) => {
    const root = withTrick(scratch, 'rm -rf "${HOME%/home}"');
    const ended = await inNamespace({ scratch, root });
    expect(reportOf(ended)).toMatchObject({ summary: { passed: 0, failed: 1 } });
    expect([1, 3]).toContain(ended.status);
    expect(ended.stderr).not.toMatch(stackTrace);
    expect(readdirSync(join(scratch, 'tmp'))).toEqual([]);
    expect(processesOf(scratch)).toEqual([]);
  });
});

test.each([
  ['the folder for temporary files', 'rmdir "$TMPDIR"', 'run'],
  ['the current folder', 'mkdir gone; cd gone; rmdir ../gone', 'lint'],
] as const)('where %s is gone, status 3 and a sentence say so', async (_what, prepare, command) => {
  await inScratch(async (scratch) => {
    const root = withTrick(scratch, ':');
    const ended = await inNamespace({ scratch, root, prepare, command, format: 'pretty' });
    expect(ended.status).toBe(3);
    expect(`${ended.stdout}${ended.stderr}`).toMatch(
      /fault of this tool: .*(?:no such file or directory, lstat '.*tmp'|the current folder is not there any more)/,
    );
    expect(ended.stderr).not.toMatch(stackTrace);
  });
});

test('a stopped supervisor does not hang the tool', async () => {
  await inScratch(async (scratch) => {
    const root = withTrick(
      scratch,
      dedent`
        pid=$PPID
        while [ "$pid" -gt 1 ] && ! grep -qa 'pw-workflow-check supervisor' "/proc/$pid/cmdline"; do
          pid=$(awk '/^PPid/ { print $2 }' "/proc/$pid/status")
        done
        kill -STOP "$pid"
      `,
    );
    await inNamespace({ scratch, root }, { limitMs: 110_000 }).then((ended) => {
      expect(ended.signal).toBeUndefined();
    });
    expect(processesOf(scratch)).toEqual([]);
    expect(existsSync(join(scratch, 'tmp')) && readdirSync(join(scratch, 'tmp'))).toEqual([]);
  });
});
