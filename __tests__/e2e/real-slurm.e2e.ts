import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainEnvironment, reportOf, runCli } from './support/cli.ts';
import { eventually, processesOf } from './support/leftovers.ts';
import { runProgram } from './support/program.ts';
import { copyExamples, inScratch } from './support/scratch.ts';

/** The batch jobs that the cluster knows as queued or running. */
async function queue(): Promise<string> {
  const ended = await runProgram({
    command: 'squeue',
    args: ['--noheader'],
    cwd: '/',
    env: plainEnvironment('/'),
  });
  expect(ended).toMatchObject({ status: 0, stderr: '' });
  return ended.stdout.trim();
}

/** Puts `line` before the line of hello-world's start.sh that becomes the service. */
function beforeTheService(root: string, line: string): void {
  const path = join(root, 'workflows/hello-world/start.sh');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('\nexec ', () => `\n${line}\nexec `),
  );
}

describe('with a real SLURM', () => {
  test.each(['hello-world', 'notebook', 'status-board'])(
    '%s is submitted, served and cancelled',
    async (name) => {
      await inScratch(async (scratch) => {
        const root = copyExamples(scratch, [name]);
        const report = reportOf(await runCli(root, ['run', '--mode', 'slurm', '--format', 'json']));
        expect(report.diagnostics).toEqual([]);
        expect(report.runs).toMatchObject([{ outcome: 'passed', leftovers: [] }]);
        expect(report.runs[0]?.fidelity).toContainEqual({ what: 'slurm', how: 'ran' });
        expect(await queue()).toBe('');
        expect(processesOf(scratch)).toEqual([]);
      });
    },
  );

  test('a script that dies is reported at its line', async () => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      beforeTheService(root, 'cp -r templates/page site/');
      const report = reportOf(await runCli(root, ['run', '--mode', 'slurm', '--format', 'json']));
      expect(report.diagnostics.map(({ rule }) => rule)).toEqual(['start-failed']);
      expect(await queue()).toBe('');
    });
  });

  test('a process that leaves its session is reported and ended', async () => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      beforeTheService(root, '(setsid bash -c "setsid sleep 600 &" > /dev/null 2>&1 &)');
      const report = reportOf(await runCli(root, ['run', '--mode', 'slurm', '--format', 'json']));
      expect(report.diagnostics.map(({ rule }) => rule)).toEqual(['left-processes']);
      expect(processesOf(scratch)).toEqual([]);
    });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('a check that gets %s leaves no batch job', async (signal) => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      let sent = false;
      const ended = await runCli(root, ['run', '--mode', 'slurm', '--format', 'ndjson'], {
        onOutput: (soFar, kill) => {
          if (sent || !soFar.includes('"kind":"listening"')) return;
          sent = true;
          kill(signal);
        },
      });
      expect(sent).toBe(true);
      expect(ended.status).not.toBe(0);
      expect(await queue()).toBe('');
      expect(processesOf(scratch)).toEqual([]);
    });
  });

  test('a check that gets SIGKILL is cleaned up by the next', async () => {
    await inScratch(async (scratch) => {
      const env = { ...plainEnvironment(scratch), TMPDIR: join(scratch, 'tmp') };
      mkdirSync(env.TMPDIR);
      const root = copyExamples(scratch, ['hello-world']);
      await runCli(root, ['run', '--mode', 'slurm', '--format', 'ndjson'], {
        env,
        onOutput: (soFar, kill) => {
          if (soFar.includes('"kind":"listening"')) kill('SIGKILL');
        },
      });
      await runCli(root, ['run', '--mode', 'slurm'], { env });
      await eventually(() => processesOf(scratch).length === 0, 10_000);
      expect(processesOf(scratch)).toEqual([]);
      expect(await queue()).toBe('');
    });
  });
});
