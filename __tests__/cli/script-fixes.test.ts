import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/program.ts';
import { fakeStreams } from './fake-streams.ts';

const start = process.cwd();
const script = 'workflows/hello-world/start.sh';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'script-fixes-'));
  mkdirSync(join(folder, 'bin'));
  program('pw', 'echo 41234');
  program('hostname', 'echo node1');
  // A service that says what it was started with, and only later that it has served.
  program('python3', 'echo "$*" > service.words; sleep 0.4; touch served');
  cpSync('examples/workflows/hello-world', join(folder, 'workflows/hello-world'), { recursive: true });
  cpSync('examples/utils', join(folder, 'utils'), { recursive: true });
  writeFileSync(join(folder, '.pw-workflow-check.yaml'), 'shellcheck:\n  severity: off\n');
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(start);
  rmSync(folder, { recursive: true, force: true });
});

function program(name: string, text: string): void {
  const path = join(folder, 'bin', name);
  writeFileSync(path, `#!/bin/bash\n${text}\n`);
  chmodSync(path, 0o755);
}

async function lint(...words: readonly string[]): Promise<readonly string[]> {
  const { streams, seen } = fakeStreams();
  await main(['lint', '--format', 'json', ...words], streams);
  const { diagnostics } = JSON.parse(seen.out) as {
    readonly diagnostics: readonly { readonly rule: string }[];
  };
  return diagnostics.map((one) => one.rule);
}

/** Runs the script in a directory of its own, with programs that stand in for the platform's. */
function run(name: string) {
  const work = join(folder, name);
  mkdirSync(work);
  const { status } = spawnSync('bash', [join(folder, script)], {
    cwd: work,
    env: { PATH: `${join(folder, 'bin')}:${process.env['PATH']}`, HOME: folder },
    stdio: 'ignore',
    timeout: 10_000,
  });
  const text = (file: string) =>
    existsSync(join(work, file)) ? readFileSync(join(work, file), 'utf8').trim() : undefined;
  const written = (file: string) => statSync(join(work, file)).mtimeMs;
  return { status, text, written };
}

type Run = ReturnType<typeof run>;

const head = 'port=$(pw agent open-port)\nhostname > HOSTNAME\n';
const tail = 'echo "$port" > SESSION_PORT\ntouch job.started\n';
const serve = 'exec python3 -m http.server "$port"\n';

const cases: readonly (readonly [string, string, (seen: Run) => unknown, unknown, unknown])[] = [
  [
    'other-port-announced',
    `${head}${tail}exec python3 -m http.server 8000\n`,
    ({ text }) => text('service.words')?.endsWith(` ${text('SESSION_PORT')}`),
    false,
    true,
  ],
  [
    'other-port-announced',
    `${head}${tail}exec jupyter-lab --no-browser "--port=8888"\n`,
    ({ text }) => text('service.words')?.endsWith(`=${text('SESSION_PORT')}`),
    false,
    true,
  ],
  [
    'fixed-service-port',
    `port=8888\nhostname > HOSTNAME\n${tail}${serve}`,
    ({ text }) => [text('SESSION_PORT'), text('service.words')],
    ['8888', '-m http.server 8888'],
    ['41234', '-m http.server 41234'],
  ],
  [
    'started-before-port',
    `${head}touch job.started\nsleep 0.05\necho "$port" > SESSION_PORT\n${serve}`,
    ({ written }) => written('job.started') >= written('SESSION_PORT'),
    false,
    true,
  ],
  [
    'started-before-hostname',
    `port=$(pw agent open-port)\necho "$port" > SESSION_PORT\ntouch job.started\nsleep 0.05\nhostname > HOSTNAME\n${serve}`,
    ({ written }) => written('job.started') >= written('HOSTNAME'),
    false,
    true,
  ],
  [
    'script-ends-with-service',
    `${head}${tail}python3 -m http.server "$port" > service.out 2>&1 &\n`,
    ({ text }) => text('served') !== undefined,
    false,
    true,
  ],
  [
    'misspelt-marker',
    `${head}echo "$port" > SESSION_PROT\ntouch job.started\n${serve}`,
    ({ text }) => text('SESSION_PORT'),
    undefined,
    '41234',
  ],
  [
    'errexit-ends-at-count',
    `set -e\ncount=0\n((count++))\n${head}${tail}${serve}`,
    ({ status, text }) => [status, text('SESSION_PORT')],
    [1, undefined],
    [0, '41234'],
  ],
  [
    'rm-of-possibly-empty',
    `scratch=$(cat nothing.txt 2> /dev/null)\nrm -rf "$scratch/tmp"\n${head}${tail}${serve}`,
    ({ status, text }) => [status, text('removed')],
    [0, ''],
    [1, undefined],
  ],
  [
    'marker-touched-by-writer',
    `printf 'echo working\\n' > worker.sh\ntouch ready >> worker.sh\n${head}${tail}${serve}`,
    ({ text }) => text('worker.sh'),
    'echo working',
    'echo working\ntouch ready',
  ],
  [
    'misspelt-variable',
    `session_port=$(pw agent open-port)\nhostname > HOSTNAME\necho "\${sesion_port}" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$session_port"\n`,
    ({ text }) => text('SESSION_PORT'),
    '',
    '41234',
  ],
];

test.each(cases)(
  '%s: the fix is made, nothing is found after it, and the script does what it was to do (%#)',
  async (rule, text, look, before, after) => {
    // Nothing is removed here.
    program('rm', 'touch removed');
    program('jupyter-lab', 'echo "$*" > service.words');
    writeFileSync(script, text);
    expect(await lint()).toContain(rule);
    expect(look(run('before'))).toEqual(before);
    await lint('--fix-unsafe');
    expect(readFileSync(script, 'utf8')).not.toBe(text);
    expect(await lint()).not.toContain(rule);
    expect(look(run('after'))).toEqual(after);
  },
);
