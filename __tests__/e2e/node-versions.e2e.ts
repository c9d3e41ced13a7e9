import { join } from 'node:path';
import { reportOf, runCli } from './support/cli.ts';
import { type Ended, runProgram } from './support/program.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

/** Commands that `.ci/run` puts on the PATH. */
const versions = ['node20', 'node22', 'node24'];

describe.each(versions)('under %s', (node) => {
  test('the command line lints and runs hello-world without a word on standard error about Node', async () => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      const ended = await runCli(root, ['check', '--format', 'json'], { command: node });
      expect(reportOf(ended)).toMatchObject({
        diagnostics: [],
        faults: [],
        summary: { passed: 1, failed: 0 },
      });
      expect(ended.stderr).not.toMatch(/Warning:|Deprecat/);
      expect(ended.status).toBe(0);
    });
  });

  test('the action lints', async () => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['hello-world']);
      const files = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_STATE'];
      await runProgram({
        command: 'touch',
        args: files,
        cwd: scratch,
        env: { PATH: process.env['PATH'] ?? '' },
      });
      const ended: Ended = await runProgram({
        command: node,
        args: [join(projectRoot, 'dist/action/index.js')],
        cwd: root,
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: scratch,
          RUNNER_TEMP: scratch,
          GITHUB_ACTIONS: 'true',
          GITHUB_EVENT_NAME: 'push',
          GITHUB_WORKSPACE: root,
          GITHUB_REPOSITORY: 'org/sample',
          ...Object.fromEntries(files.map((name) => [name, join(scratch, name)])),
          INPUT_COMMAND: 'lint',
        },
      });
      expect(ended).toMatchObject({ status: 0, stderr: expect.not.stringMatching(/Warning:|Deprecat/) });
    });
  });
});
