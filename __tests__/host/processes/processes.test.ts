import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRunDirectory } from '../../../src/host/files/run-directory.ts';
import { supervisorPl } from '../../../src/host/processes/assets.generated.ts';
import { addressOf, processRow } from '../../../src/host/processes/proc.ts';
import { nodeProcesses } from '../../../src/host/processes/processes.ts';
import type { ProcessScope } from '../../../src/ports/processes.ts';

let directory: string;
let scope: ProcessScope;
const marker = (): string => `test-${process.pid}-${Math.random().toString(36).slice(2, 10)}`;
let mark: string;

beforeEach(async () => {
  mark = marker();
  directory = mkdtempSync(join(realpathSync(tmpdir()), 'pwc-test-scope-'));
  scope = await nodeProcesses().open({ directory, marker: mark });
});
afterEach(async () => {
  await scope.close();
  rmSync(directory, { recursive: true, force: true });
});

const start = (script: string) =>
  scope.start({
    argv: ['bash', '-c', script],
    cwd: directory,
    env: { PATH: process.env['PATH'] ?? '', PW_CHECK_RUN: mark, LANGUAGE: 'ü' },
    output: join(directory, 'out'),
  });
const output = (): string => readFileSync(join(directory, 'out'), 'utf8');

test('gives the exit code, or the signal', async () => {
  expect(await (await start('exit 3')).ended).toEqual({ kind: 'exit', code: 3 });
  expect(await (await start('kill -TERM $$')).ended).toEqual({ kind: 'signal', signal: 'SIGTERM' });
});
test('holds what somebody else started for the run and noted, although its environment is wiped', async () => {
  const stranger = spawn('env', ['-i', '/bin/sleep', '300'], { detached: true, stdio: 'ignore' });
  const pid = stranger.pid ?? 0;
  const gone = new Promise((done) => stranger.on('exit', (_, signal) => done(signal)));
  expect(scope.members()).toEqual([]);
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const reused = `${process.pid} ${stat.slice(stat.lastIndexOf(')') + 2)}`;
  writeFileSync(join(directory, 'processes'), `${reused}${pid} ${stat.slice(stat.lastIndexOf(')') + 2)}`);
  expect(scope.members()).toMatchObject([{ pid }]);
  await scope.close();
  expect(await gone).toBe('SIGKILL');
});
test('gives 127 for a program that is not there', async () => {
  const running = await scope.start({
    argv: ['no-such-program'],
    cwd: directory,
    env: { PATH: '' },
    output: join(directory, 'out'),
  });
  expect(await running.ended).toEqual({ kind: 'exit', code: 127 });
});
test('builds the environment from nothing', async () => {
  await (await start('env | grep -v -e ^_= -e ^SHLVL= -e ^PWD= -e ^PATH= | sort')).ended;
  expect(output()).toBe(`LANGUAGE=ü\nPW_CHECK_RUN=${mark}\n`);
});
test('sees everything that tries to get away, and ends it', async () => {
  const running = await start(
    'setsid sleep 301 & (setsid bash -c "sleep 302 & exit" &) ; (env -i setsid sleep 303 &) ; nohup sleep 304 > /dev/null 2>&1 & exit 0',
  );
  await running.ended;
  await new Promise((done) => setTimeout(done, 300));
  const members = scope.members();
  expect(members.map((one) => one.command).sort()).toEqual([
    'sleep 301',
    'sleep 302',
    'sleep 303',
    'sleep 304',
  ]);
  await scope.close();
  expect(members.filter((one) => processRow(one.pid) !== undefined)).toEqual([]);
});
test('tells a port that opens, and whose it is', async () => {
  const server = createServer();
  const seen = new Promise<number>((done) => {
    const unwatch = scope.watchListeners((sockets) => {
      const address = server.address();
      const socket = sockets.find((one) => typeof address === 'object' && one.port === address?.port);
      if (socket === undefined) return;
      unwatch();
      expect(scope.ownerOf(socket)).toMatchObject({ pid: process.pid, inScope: false });
      expect(socket.address).toBe('127.0.0.1');
      done(socket.port);
    });
  });
  server.listen(0, '127.0.0.1');
  expect(await seen).toBeGreaterThan(0);
  await new Promise((done) => server.close(done));
});
test('ends everything and removes the directory when its owner dies', async () => {
  const name = marker();
  const run = join(realpathSync(tmpdir()), `pw-workflow-check-run-${name}`);
  mkdirSync(run);
  writeFileSync(join(run, '.owner.json'), '{}');
  const hex = (text: string): string => `x${Buffer.from(text).toString('hex')}`;
  // The owner's end of the pipe is all that the supervisor knows of it.
  const supervisor = spawn('perl', ['-e', supervisorPl, run], { stdio: ['pipe', 'pipe', 'ignore'] });
  const words = [
    hex('/'),
    hex('/dev/null'),
    '3',
    hex('bash'),
    hex('-c'),
    hex('setsid sleep 311 & env -i setsid sleep 312 & wait'),
  ];
  supervisor.stdin.write(`start 1 ${words.join(' ')} ${hex(`PATH=${process.env['PATH']}`)}\n`);
  const pid = await new Promise<number>((done) => {
    supervisor.stdout.on('data', (data: Buffer) => {
      const found = /started 1 (\d+)/.exec(data.toString());
      if (found !== null) done(Number(found[1]));
    });
  });
  supervisor.stdin.destroy();
  await new Promise((done) => supervisor.on('exit', done));
  expect(processRow(pid)).toBeUndefined();
  expect(existsSync(run)).toBe(false);
});

describe('the directory of a run', () => {
  test('of a program that was killed is removed by the next run', () => {
    const name = marker();
    const dead = makeRunDirectory(name);
    const note = JSON.parse(readFileSync(join(dead, '.owner.json'), 'utf8'));
    writeFileSync(join(dead, '.owner.json'), JSON.stringify({ ...note, pid: 2 ** 22 - 1 }));
    const next = makeRunDirectory(marker());
    expect(existsSync(dead)).toBe(false);
    rmSync(next, { recursive: true });
  });
  test('is left alone without a note of its own, whatever its name', () => {
    const name = `pw-workflow-check-run-${marker()}`;
    const folder = join(realpathSync(tmpdir()), name);
    mkdirSync(folder);
    const next = makeRunDirectory(marker());
    expect(existsSync(folder)).toBe(true);
    rmSync(next, { recursive: true });
    rmSync(folder, { recursive: true });
  });
});

test.each([
  ['7f000001', '127.0.0.1'],
  ['00000000000000000000000000000000', '::'],
  ['00000000000000000000000000000001', '::1'],
  ['00000000000000000000ffff7f000001', '127.0.0.1'],
  ['fe800000000000000000000000000a01', 'fe80::a01'],
])('%s is %s', (hexadecimal, address) => expect(addressOf(Buffer.from(hexadecimal, 'hex'))).toBe(address));
