import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainEnvironment, reportOf, runCli } from './support/cli.ts';
import { eventually, processesOf } from './support/leftovers.ts';
import { runProgram } from './support/program.ts';
import { copyExamples, inScratch } from './support/scratch.ts';
import { serviceNames, serviceRepository } from './support/services.ts';
import { smallWorkflows } from './support/small-workflows.ts';

// `.ci/slurm run cgroup|linuxproc npm run e2e -- real-slurm` starts a cluster for these and says how it tracks processes.
const { SLURM_CONF: configuration = '', PWC_SLURM: tracking = '' } = process.env;
const withSlurm = configuration === '' ? describe.skip : describe;

/** An environment in which the commands of SLURM find their cluster. */
const environment = (home: string): Record<string, string> => ({
  ...plainEnvironment(home),
  SLURM_CONF: configuration,
});

/** Runs the workflow of a repository in a mode and gives the report. */
const run = async (root: string, mode: string, ...more: readonly string[]) =>
  reportOf(
    await runCli(root, ['run', '--mode', mode, '--format', 'json', ...more], { env: environment(root) }),
  );

/** The batch jobs that the cluster knows as queued or running. */
async function queue(): Promise<string> {
  const ended = await runProgram({
    command: 'squeue',
    args: ['--noheader', '--states=PD,R'],
    cwd: '/',
    env: environment('/'),
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

withSlurm(`with a real SLURM that tracks by ${tracking}`, () => {
  test('every real service is submitted, served and cancelled, three at a time', async () => {
    await inScratch(async (scratch) => {
      const report = await run(serviceRepository(scratch), 'slurm', '--jobs', '3');
      // TensorBoard asks for its fonts at the root of the host, which is no more than a note.
      expect(report.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
      expect(report.runs.map(({ workflow }) => workflow)).toEqual(serviceNames);
      for (const one of report.runs) {
        expect(one).toMatchObject({ outcome: 'passed', leftovers: [] });
        expect(one.fidelity).toContainEqual({ what: 'slurm', how: 'ran' });
      }
      expect(await queue()).toBe('');
      expect(processesOf(scratch)).toEqual([]);
    });
  });

  test('a job array checks in parts; a task that is killed is tried once more', async () => {
    await inScratch(async (scratch) => {
      const root = smallWorkflows(scratch, 5);
      const printed = await runCli(root, ['shard-script', '--scheduler', 'slurm', '--shards', '3']);
      const script = join(scratch, 'check.sh');
      const died = join(scratch, 'died');
      // The second task kills itself, but only once.
      const deadly = `if [ "\${SLURM_ARRAY_TASK_ID:-}" = 2 ] && [ ! -e '${died}' ]; then touch '${died}'; kill -9 $$; fi`;
      writeFileSync(script, printed.stdout.replace('\n', `\n${deadly}\n`));
      const reports = join(scratch, 'reports');
      const ended = await runProgram({
        command: 'bash',
        args: [script],
        cwd: scratch,
        env: { ...environment(scratch), REPORTS: reports },
      });
      expect(existsSync(died)).toBe(true);
      expect(ended.status).toBe(0);
      const report = JSON.parse(readFileSync(join(reports, 'report.json'), 'utf8'));
      expect(report.summary).toMatchObject({ workflows: 5, passed: 5 });
      expect(await queue()).toBe('');
    });
  });

  test('hello-world is served through the commands of slurm-wlm-torque', async () => {
    await inScratch(async (scratch) => {
      const report = await run(copyExamples(scratch, ['hello-world']), 'pbs');
      expect(report.diagnostics).toEqual([]);
      expect(report.runs).toMatchObject([{ outcome: 'passed', leftovers: [] }]);
      expect(report.runs[0]?.fidelity).toContainEqual({
        what: 'pbs',
        how: 'ran',
        why: 'the commands are those of SLURM that look like PBS',
      });
      expect(await queue()).toBe('');
      expect(processesOf(scratch)).toEqual([]);
    });
  });

  test('a script that dies is noticed through slurm-wlm-torque, which does not tell its status', async () => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      beforeTheService(root, 'cp -r templates/page site/');
      const { diagnostics } = await run(root, 'pbs');
      expect(diagnostics.map(({ rule }) => rule)).toEqual(['exited-early']);
      expect(await queue()).toBe('');
    });
  });

  test('a script that dies is reported at its line', async () => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      beforeTheService(root, 'cp -r templates/page site/');
      const { diagnostics } = await run(root, 'slurm');
      expect(diagnostics.map(({ rule }) => rule)).toEqual(['start-failed']);
      const lines = readFileSync(join(root, 'workflows/hello-world/start.sh'), 'utf8').split('\n');
      expect(lines[(diagnostics[0]?.range.start.line ?? 0) - 1]).toBe('cp -r templates/page site/');
      expect(await queue()).toBe('');
    });
  });

  test('a process that leaves its session is ended by the cgroup, or reported and ended by us', async () => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      beforeTheService(root, '(setsid bash -c "setsid sleep 600 &" > /dev/null 2>&1 &)');
      const { diagnostics } = await run(root, 'slurm');
      expect(diagnostics.map(({ rule }) => rule)).toEqual(tracking === 'cgroup' ? [] : ['left-processes']);
      expect(processesOf(scratch)).toEqual([]);
    });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('a check that gets %s leaves no batch job', async (signal) => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      let sent = false;
      const ended = await runCli(root, ['run', '--mode', 'slurm', '--format', 'ndjson'], {
        env: environment(root),
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
      const env = { ...environment(scratch), TMPDIR: join(scratch, 'tmp') };
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
