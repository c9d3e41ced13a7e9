import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dedent } from '../../src/base/dedent.ts';
import { cliBundle, type JsonReport, plainEnvironment, reportOf, runCli } from './support/cli.ts';
import { eventually, listeningPorts, processesOf } from './support/leftovers.ts';
import { type Ended, type Order, runProgram } from './support/program.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

/** Where hello-world is interrupted: the first event line that shows this text. */
const moments = [
  ['while it is prepared', '"phase":"prepare"'],
  ['while it starts', '"phase":"start"'],
  ['while it is waited for', '"phase":"wait"'],
  ['while it serves', '"kind":"listening"'],
  ['while it is stopped', '"phase":"stop"'],
  ['while it is inspected', '"phase":"inspect"'],
] as const;

/** A copy of hello-world whose script also starts a process that tries hard to get away. */
function withEscapee(scratch: string): string {
  const root = copyExamples(scratch, ['hello-world']);
  const path = join(root, 'workflows/hello-world/start.sh');
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(
      'mkdir -p site\n',
      'mkdir -p site\n(trap "" TERM INT HUP; setsid nohup bash -c "trap : TERM INT; while :; do sleep 1; done" > /dev/null 2>&1 &)\n',
    ),
  );
  return root;
}

/** The environment of a run whose every trace stays below `scratch`. */
function contained(scratch: string): Record<string, string> {
  const temporary = join(scratch, 'tmp');
  mkdirSync(temporary, { recursive: true });
  return { ...plainEnvironment(join(scratch, 'home')), TMPDIR: temporary };
}

/** Starts a check and sends `signal` once `text` has been printed. */
async function interrupt(
  root: string,
  env: Record<string, string>,
  text: string,
  signal: NodeJS.Signals,
  ...more: readonly string[]
) {
  let sent = false;
  return await runCli(root, ['check', '--format', 'ndjson', ...more], {
    env,
    limitMs: 60_000,
    onOutput: (soFar, kill) => {
      if (sent || !soFar.includes(text)) return;
      sent = true;
      kill(signal);
    },
  });
}

/** The ports that the events of a run name. */
function portsOf(events: string): readonly number[] {
  return [...events.matchAll(/"port":(\d+)/g)].map(([, port]) => Number(port));
}

describe.each(['SIGINT', 'SIGTERM'] as const)('a check that gets %s', (signal) => {
  test.each(moments)('%s leaves no process, port or directory', async (_when, text) => {
    await inScratch(async (scratch) => {
      const root = withEscapee(scratch);
      const env = contained(scratch);
      const ended = await interrupt(root, env, text, signal);
      expect(ended.stdout).toContain(text);
      expect(ended.signal ?? ended.status).not.toBe('SIGKILL');
      expect(ended.status).not.toBe(0);
      expect(processesOf(scratch)).toEqual([]);
      expect(portsOf(ended.stdout).filter((port) => listeningPorts().has(port))).toEqual([]);
      expect(readdirSync(env['TMPDIR'] ?? '')).toEqual([]);
    });
  });
});

describe.each(['slurm', 'pbs'])('a check with a batch job of an emulated %s', (mode) => {
  // The job is submitted, but its queue is longer than the test; then it serves; then it is being cancelled.
  test.each([
    ['SIGINT', 'while it waits in the queue', '"step":"MODE_job / Submit', '30s'],
    ['SIGTERM', 'while it serves', '"kind":"listening"', '100ms'],
    ['SIGINT', 'while it is stopped', '"phase":"stop"', '100ms'],
    ['SIGKILL', 'while it serves', '"kind":"listening"', '100ms'],
  ] as const)('that gets %s %s leaves nothing', async (signal, _when, text, delay) => {
    await inScratch(async (scratch) => {
      const root = withEscapee(scratch);
      const env = contained(scratch);
      appendFileSync(
        join(root, '.pw-workflow-check.yaml'),
        `\nrun:\n  scheduler: { queue-delay: ${delay} }\n`,
      );
      const moment = text.replace('MODE', mode);
      const ended = await interrupt(root, env, moment, signal, '--mode', mode);
      expect(ended.stdout).toContain(moment);
      expect(ended.signal === signal || ended.status !== 0).toBe(true);
      // Whoever is killed at once leaves its folder to its supervisor, which starts a program to remove it.
      const left = () => [...processesOf(scratch), ...readdirSync(env['TMPDIR'] ?? '')];
      await eventually(() => left().length === 0, 10_000);
      expect(left()).toEqual([]);
      expect(portsOf(ended.stdout).filter((port) => listeningPorts().has(port))).toEqual([]);
    });
  });
});

/** Runs the workflows of a repository by the action's program. */
function runAction(root: string, env: Record<string, string>, onOutput?: Order['onOutput']): Promise<Ended> {
  return runProgram({
    command: process.execPath,
    args: [join(projectRoot, 'dist/action/index.js')],
    cwd: root,
    env: { ...env, GITHUB_WORKSPACE: root, GITHUB_EVENT_NAME: 'push', INPUT_COMMAND: 'run' },
    ...(onOutput !== undefined && { onOutput }),
  });
}

test('an action whose script kills the process that runs it fails with a sentence and leaves nothing', async () => {
  await inScratch(async (scratch) => {
    const root = copyExamples(scratch, ['hello-world']);
    const path = join(root, 'workflows/hello-world/start.sh');
    const kill = dedent`
      pid=$PPID
      while [ "$pid" -gt 1 ] && ! grep -qa -- '--find-out' "/proc/$pid/cmdline"; do
        pid=$(awk '/^PPid/ { print $2 }' "/proc/$pid/status")
      done
      [ "$pid" -le 1 ] || kill -KILL "$pid"
    `;
    writeFileSync(path, readFileSync(path, 'utf8').replace('mkdir -p site\n', `mkdir -p site\n${kill}\n`));
    const env = contained(scratch);
    const ended = await runAction(root, env);
    expect(ended.stdout).toContain('the process that checks was ended before its answer (SIGKILL)');
    expect([ended.stderr, ended.status]).toEqual(['', 3]);
    const left = () => [...processesOf(scratch), ...readdirSync(env['TMPDIR'] ?? '')];
    await eventually(() => left().length === 0, 60_000);
    expect(left()).toEqual([]);
  });
});

test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'an action that gets %s while it serves leaves nothing, though it runs in a process of its own',
  async (signal) => {
    await inScratch(async (scratch) => {
      const root = withEscapee(scratch);
      const env = contained(scratch);
      let sent = false;
      const ended = await runAction(root, env, (soFar, kill) => {
        if (sent || !soFar.includes('listening on')) return;
        sent = true;
        kill(signal);
      });
      expect(sent).toBe(true);
      expect(ended.signal ?? ended.status).toBe({ SIGINT: 130, SIGTERM: 143, SIGKILL: 'SIGKILL' }[signal]);
      const left = () => [...processesOf(scratch), ...readdirSync(env['TMPDIR'] ?? '')];
      await eventually(() => left().length === 0, signal === 'SIGKILL' ? 60_000 : 0);
      expect(left()).toEqual([]);
    });
  },
);

describe.each(['SIGINT', 'SIGTERM'] as const)('a lint that gets %s', (signal) => {
  test('while ShellCheck works ends at once, and ShellCheck with it', async () => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      const programs = join(scratch, 'bin');
      mkdirSync(programs);
      const slow = dedent`
        #!/bin/bash
        if [ "$1" = --version ]; then echo 'version: 0.9.0'; exit; fi
        (sleep 300 & echo started >&9; wait) 9>> '${scratch}/started'
      `;
      writeFileSync(join(programs, 'shellcheck'), slow, { mode: 0o755 });
      const env = contained(scratch);
      const child = spawn(process.execPath, [cliBundle, 'lint', '--no-cache'], {
        cwd: root,
        env: { ...env, PATH: `${programs}:${env['PATH']}` },
        stdio: 'ignore',
      });
      const ended = new Promise((done) => child.on('exit', (_, by) => done(by)));
      expect(await eventually(() => existsSync(join(scratch, 'started')), 60_000)).toBe(true);
      child.kill(signal);
      expect(await ended).toBe(signal);
      await eventually(() => processesOf(scratch).length === 0, 30_000);
      expect(processesOf(scratch)).toEqual([]);
    });
  });
});

describe('a check that gets SIGKILL', () => {
  test.each(moments)('%s is cleaned up by the next', async (_when, text) => {
    await inScratch(async (scratch) => {
      const root = withEscapee(scratch);
      const env = contained(scratch);
      expect((await interrupt(root, env, text, 'SIGKILL')).signal).toBe('SIGKILL');

      const clean = copyExamples(join(scratch, 'second'), ['hello-world']);
      const next = await runCli(clean, ['check', '--format', 'json'], { env });
      expect(reportOf(next)).toMatchObject({ diagnostics: [], summary: { passed: 1 } });
      await eventually(() => processesOf(scratch).length === 0, 5000);
      expect(processesOf(scratch)).toEqual([]);
      expect(readdirSync(env['TMPDIR'] ?? '')).toEqual([]);
    });
  });
});

test('two checks at the same time do not disturb each other', async () => {
  await inScratch(async (scratch) => {
    const env = contained(scratch);
    const ended = await Promise.all(
      ['one', 'two'].map((name) =>
        runCli(copyExamples(join(scratch, name), ['hello-world']), ['check', '--format', 'json'], { env }),
      ),
    );
    for (const each of ended) {
      expect(reportOf(each)).toMatchObject({ diagnostics: [], summary: { passed: 1, failed: 0 } });
    }
    expect(processesOf(scratch)).toEqual([]);
    expect(readdirSync(env['TMPDIR'] ?? '')).toEqual([]);
  });
});

test('two checks at the same time do not see each other, though one scans the ports and finds the other', async () => {
  await inScratch(async (scratch) => {
    const env = contained(scratch);
    const announce = 'hostname > HOSTNAME; echo "$port" > SESSION_PORT; touch job.started';
    // Serves, but says so only when the other has looked at every port.
    const serving = dedent`
      #!/bin/bash
      port=$(pw agent open-port)
      python3 -m http.server "$port" &
      until curl -s -o /dev/null "http://localhost:$port/"; do sleep 0.1; done
      echo "$port" > '${scratch}/port.new'; mv '${scratch}/port.new' '${scratch}/port'
      until [ -e '${scratch}/scanned' ]; do sleep 0.1; done
      ${announce}
      wait
    `;
    const scanning = dedent`
      #!/bin/bash
      until [ -e '${scratch}/port' ]; do sleep 0.1; done
      python3 - <<'END' > '${scratch}/scan'
      import urllib.request
      for line in list(open('/proc/net/tcp')) + list(open('/proc/net/tcp6')):
          fields = line.split()
          if fields[3] != '0A': continue
          port = int(fields[1].split(':')[-1], 16)
          try: print(port, urllib.request.urlopen(f'http://localhost:{port}/', timeout=20).status)
          except OSError as error: print(port, error)
      END
      mv '${scratch}/scan' '${scratch}/scanned'
      port=$(pw agent open-port)
      ${announce}
      sleep 2
    `;
    const start = (name: string, script: string): string => {
      const root = copyExamples(join(scratch, name), ['hello-world']);
      writeFileSync(join(root, 'workflows/hello-world/start.sh'), script);
      return `(cd '${root}'; exec "$0" "$1" run --timeout 60s --format json > '${scratch}/${name}.json') &`;
    };
    // In a network of their own, so that nobody else's ports are scanned.
    await runProgram({
      command: 'unshare',
      args: [
        ...(process.getuid?.() === 0 ? ['--net'] : ['--net', '--map-root-user']),
        ...['sh', '-c', `ip link set lo up; ${start('one', serving)} ${start('two', scanning)} wait`],
        ...[process.execPath, cliBundle],
      ],
      cwd: scratch,
      env,
      limitMs: 200_000,
    });
    const read = (name: string) => readFileSync(join(scratch, name), 'utf8');
    const [one, two] = ['one.json', 'two.json'].map((name) => JSON.parse(read(name)) as JsonReport);
    const port = read('port').trim();
    expect(read('scanned')).toContain(`${port} 200`);
    expect(one).toMatchObject({ diagnostics: [], summary: { passed: 1 }, runs: [{ outcome: 'passed' }] });
    // Both wrote files outside of their job directories.
    const left = [one, two].flatMap((report) => report?.runs.flatMap((run) => run.leftovers) ?? []);
    expect(left.filter((each) => (each as { readonly kind: string }).kind !== 'file')).toEqual([]);
    expect(two).toMatchObject({ runs: [{ outcome: 'failed' }] });
    expect(JSON.stringify(two?.diagnostics)).not.toContain(port);
    expect(processesOf(scratch)).toEqual([]);
  });
});

test('a service that gets away is reported, once, and ended', async () => {
  await inScratch(async (scratch) => {
    const root = withEscapee(scratch);
    const ended = await runCli(root, ['check', '--format', 'json'], { env: contained(scratch) });
    expect(reportOf(ended).diagnostics.map(({ rule }) => rule)).toEqual(['left-processes']);
    expect(processesOf(scratch)).toEqual([]);
  });
});
