import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { plainEnvironment, reportOf, runCli } from './support/cli.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

const workflows = readdirSync(join(projectRoot, 'examples/workflows'));

/** A `PATH` with everything that is on the usual one, but for the named commands. */
function pathWithout(scratch: string, commands: readonly string[]): string {
  const bin = join(scratch, 'bin');
  mkdirSync(bin);
  const seen = new Set(commands);
  for (const directory of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of entriesOf(directory)) {
      if (seen.has(name)) continue;
      seen.add(name);
      symlinkSync(join(directory, name), join(bin, name));
    }
  }
  return bin;
}

function entriesOf(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

describe('the example repository', () => {
  test.each(workflows)('%s has no finding, runs, and leaves nothing behind', async (name) => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, [name]);
      const ended = await runCli(root, ['check', '--format', 'json']);
      const report = reportOf(ended);
      expect(report.diagnostics).toEqual([]);
      expect(report.faults).toEqual([]);
      expect(report.workflows.map(({ outcome }) => outcome)).toEqual(['passed']);
      expect(report.runs).not.toHaveLength(0);
      for (const run of report.runs) expect(run).toMatchObject({ outcome: 'passed', leftovers: [] });
      expect(ended.status).toBe(0);
    });
  });

  test('with Node, git and bash alone hello-world still runs and the others are skipped by name', async () => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, workflows);
      const missing = ['python', 'python3', 'curl', 'perl', 'shellcheck', 'jupyter-notebook', 'pw'];
      const env = { ...plainEnvironment(root), PATH: pathWithout(scratch, missing) };
      const ended = await runCli(root, ['check', '--format', 'json'], { env });
      const report = reportOf(ended);
      expect(report.diagnostics).toEqual([]);
      expect(report.workflows.map(({ name, outcome }) => [name, outcome])).toEqual([
        ['hello-endpoint', 'skipped'],
        ['hello-world', 'passed'],
        ['notebook', 'skipped'],
        ['status-board', 'skipped'],
      ]);
      const fidelity = report.runs.find(({ workflow }) => workflow === 'hello-world')?.fidelity;
      expect(fidelity).toContainEqual(expect.objectContaining({ what: 'python3', how: 'stand-in' }));
      expect(ended.status).toBe(0);
    });
  });

  test('a notebook is skipped by name where jupyter-notebook is not installed', async () => {
    await inScratch(async (scratch) => {
      const root = copyExamples(scratch, ['notebook']);
      const env = { ...plainEnvironment(root), PATH: pathWithout(scratch, ['jupyter-notebook']) };
      const ended = await runCli(root, ['check'], { env });
      expect(ended.stdout).toMatch(/notebook.*skipped.*jupyter-notebook/);
      expect(ended.status).toBe(0);
    });
  });
});
