import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { runCli } from './support/cli.ts';
import { type Ended, runProgram } from './support/program.ts';
import { inScratch, projectRoot } from './support/scratch.ts';

const script = join(projectRoot, 'examples/utils/wait_service.sh');

/** Sources the script as a step does; `path` is the directory of commands that it may use. */
function wait(directory: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return runProgram({
    command: '/bin/bash',
    args: ['-c', `source ${script}; echo "went on with $HOSTNAME:$SESSION_PORT"`],
    cwd: directory,
    env: {
      PATH: process.env['PATH'] ?? '',
      PW_PARENT_JOB_DIR: `${directory}/`,
      OUTPUTS: join(directory, 'outputs'),
      ...env,
    },
    limitMs: 30_000,
  });
}

/** A server that answers with each status in turn, then with the last one. */
async function serving(statuses: readonly number[], use: (port: number) => Promise<void>): Promise<void> {
  let answered = 0;
  const server: Server = createServer((_request, response) => {
    response.statusCode = statuses[Math.min(answered, statuses.length - 1)] ?? 200;
    answered += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use((server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const mark = (directory: string, name: string, content: string) =>
  writeFileSync(join(directory, name), content);

describe('examples/utils/wait_service.sh', () => {
  test('waits for a port that is announced well after the job started', async () => {
    await inScratch(async (directory) => {
      await serving([200], async (port) => {
        mark(directory, 'job.started', '');
        mark(directory, 'HOSTNAME', '127.0.0.1\n');
        const waiting = wait(directory);
        setTimeout(() => mark(directory, 'SESSION_PORT', `${port}\n`), 1500);
        const ended = await waiting;
        expect(ended).toMatchObject({ status: 0 });
        expect(ended.stdout).toContain(`went on with 127.0.0.1:${port}`);
        expect(readFileSync(join(directory, 'outputs'), 'utf8')).toBe(
          `HOSTNAME=127.0.0.1\nSESSION_PORT=${port}\n`,
        );
      });
    });
  });

  test('takes a redirect and a login page for an answer, an error of the server for none', async () => {
    await inScratch(async (directory) => {
      await serving([502, 500, 401], async (port) => {
        mark(directory, 'job.started', '');
        mark(directory, 'HOSTNAME', '127.0.0.1\n');
        mark(directory, 'SESSION_PORT', `${port}\n`);
        const ended = await wait(directory);
        expect(ended.stdout).toContain('answers with status 401');
      });
    });
  });

  test.each([
    ['before it started', [], 'ended before it had started'],
    ['before it announced a port', ['job.started', 'HOSTNAME'], 'before it had announced its address'],
    [
      'before the service answered',
      ['job.started', 'HOSTNAME', 'SESSION_PORT'],
      'before the service answered',
    ],
  ])('gives up when the job ended %s', async (_when, files, message) => {
    await inScratch(async (directory) => {
      for (const file of files) mark(directory, file, file === 'SESSION_PORT' ? '1\n' : '127.0.0.1\n');
      mark(directory, 'job.ended', '');
      const ended = await wait(directory);
      expect(ended.status).toBe(1);
      expect(ended.stderr).toContain(message);
      expect(ended.stdout).not.toContain('went on');
    });
  });

  test('gives up when the time is up', async () => {
    await inScratch(async (directory) => {
      expect(await wait(directory, { QUEUE_SECONDS: '1' })).toMatchObject({ status: 1 });
      mark(directory, 'job.started', '');
      expect(await wait(directory, { START_SECONDS: '1' })).toMatchObject({ status: 1 });
      mark(directory, 'HOSTNAME', '127.0.0.1\n');
      mark(directory, 'SESSION_PORT', '1\n');
      const ended = await wait(directory, { START_SECONDS: '1' });
      expect(ended).toMatchObject({ status: 1 });
      expect(ended.stderr).toContain('did not answer in time');
    });
  });

  test('needs no curl', async () => {
    await inScratch(async (directory) => {
      const bin = join(directory, 'bin');
      mkdirSync(bin);
      for (const name of ['bash', 'cat', 'sleep', 'timeout'])
        symlinkSync(`/usr/bin/${name}`, join(bin, name));
      await serving([503, 200], async (port) => {
        mark(directory, 'job.started', '');
        mark(directory, 'HOSTNAME', '127.0.0.1\n');
        mark(directory, 'SESSION_PORT', `${port}\n`);
        const ended = await wait(directory, { PATH: bin });
        expect(ended.stdout).toContain('answers with status 200');
      });
    });
  });
});

/** `wait` in place of the script, as a step calls it. */
function waitCommand(directory: string, ...more: readonly string[]): Promise<Ended> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    PW_PARENT_JOB_DIR: `${directory}/`,
    OUTPUTS: join(directory, 'outputs'),
  };
  return runCli(directory, ['wait', '--job-dir', '.', ...more], { env, limitMs: 30_000 });
}

describe('wait', () => {
  test('hands on the same lines as the script, at once when the port is announced', async () => {
    await inScratch(async (directory) => {
      await serving([502, 401], async (port) => {
        mark(directory, 'job.started', '');
        mark(directory, 'HOSTNAME', '127.0.0.1\n');
        const waiting = waitCommand(directory);
        setTimeout(() => mark(directory, 'SESSION_PORT', `${port}\n`), 1500);
        const ended = await waiting;
        const lines = `HOSTNAME=127.0.0.1\nSESSION_PORT=${port}\n`;
        expect(ended).toMatchObject({ status: 0, stdout: lines });
        expect(ended.stderr).toContain('waiting: SESSION_PORT was not written');
        expect(readFileSync(join(directory, 'outputs'), 'utf8')).toBe(lines);
      });
    });
  });

  test.each([
    ['before it started', [], 'the job has ended: job.started was not written'],
    [
      'before it announced a port',
      ['job.started', 'HOSTNAME'],
      'the job has ended: SESSION_PORT was not written',
    ],
    [
      'before the service answered',
      ['job.started', 'HOSTNAME', 'SESSION_PORT'],
      'the job has ended: http://127.0.0.1:1/',
    ],
  ])('gives up when the job ended %s', async (_when, files, message) => {
    await inScratch(async (directory) => {
      for (const file of files) mark(directory, file, file === 'SESSION_PORT' ? '1\n' : '127.0.0.1\n');
      mark(directory, 'job.ended', '');
      const ended = await waitCommand(directory);
      expect(ended).toMatchObject({ status: 1, stdout: '' });
      expect(ended.stderr).toContain(message);
      expect(existsSync(join(directory, 'outputs'))).toBe(false);
    });
  });

  test('gives up when the time is up, and says what it was waiting for', async () => {
    await inScratch(async (directory) => {
      mark(directory, 'job.started', '');
      const ended = await waitCommand(directory, '--timeout', '1s');
      expect(ended).toMatchObject({ status: 1, stdout: '' });
      expect(ended.stderr).toContain('HOSTNAME was not written within 1 s');
    });
  });
});
