import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainEnvironment, reportOf, runCli } from './support/cli.ts';
import { processesOf } from './support/leftovers.ts';
import { copyExamples, inScratch } from './support/scratch.ts';

const workflow = 'workflows/hello-world/workflow.yaml';

/** Hello-world alone, with scenario files by name. */
function repository(scratch: string, scenarios: Readonly<Record<string, string>> = {}): string {
  const root = copyExamples(scratch, ['hello-world']);
  const folder = join(root, 'workflows/hello-world/ci');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(scenarios)) writeFileSync(join(folder, `${name}.yaml`), text);
  return root;
}

const edit = (root: string, change: (text: string) => string): void => {
  writeFileSync(join(root, workflow), change(readFileSync(join(root, workflow), 'utf8')));
};

const branches = {
  batch: 'submit_to_scheduler: true\nslurm:\n  time: "00:10:00"\n',
  direct: 'submit_to_scheduler: false\n',
};

/** The jobs of the job runner that did something, from the events of a run: which branch was taken. */
const branchOf = (events: string, scenario: string): readonly string[] => [
  ...new Set(
    events.split('\n').flatMap((line) => {
      const event = line === '' ? {} : (JSON.parse(line) as Record<string, unknown>);
      const step = event['kind'] === 'step' && event['scenario'] === scenario ? String(event['step']) : '';
      return step.startsWith('slurm_job') || step.startsWith('ssh_job') ? [step.split(' / ')[0] ?? ''] : [];
    }),
  ),
];

test('each file in ci/ is a scenario, and both branches of the scheduler switch are run', async () => {
  await inScratch(async (scratch) => {
    const root = repository(scratch, branches);
    const events = await runCli(root, ['run', '--mode', 'slurm', '--format', 'ndjson']);
    expect(events.status).toBe(0);
    expect(branchOf(events.stdout, 'batch')).toEqual(['slurm_job']);
    expect(branchOf(events.stdout, 'direct')).toEqual(['ssh_job']);
    const one = reportOf(await runCli(root, ['run', '--scenario', 'direct', '--format', 'json']));
    expect(one.runs).toMatchObject([{ scenario: 'direct', outcome: 'passed' }]);
  });
});

test('--plan says what would be run and starts nothing', async () => {
  await inScratch(async (scratch) => {
    const root = repository(scratch, branches);
    const env = { ...plainEnvironment(scratch), TMPDIR: join(scratch, 'tmp') };
    mkdirSync(env.TMPDIR);
    const ended = await runCli(root, ['run', '--mode', 'slurm', '--plan'], { env });
    expect(ended.status).toBe(0);
    expect(ended.stdout).toContain('hello-world (slurm, batch)');
    expect(ended.stdout).toContain('slurm.time = 00:10:00');
    expect(ended.stdout).toContain('session_runner (after preprocessing)');
    expect(readdirSync(env.TMPDIR)).toEqual([]);
  });
});

test('--repeat runs as often, beside each other with --jobs, and --keep keeps each', async () => {
  await inScratch(async (scratch) => {
    const root = repository(scratch);
    const env = plainEnvironment(scratch);
    const args = ['run', '--repeat', '3', '--jobs', '3', '--keep', '--format', 'json'];
    const report = reportOf(await runCli(root, [...args, '-i', `hello.message=it's "$HOME" <b>`], { env }));
    expect(report.runs.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
    expect(new Set(report.runs.map(({ service }) => service?.port)).size).toBe(3);
    const kept = join(scratch, '.cache/pw-workflow-check/runs');
    expect(readdirSync(kept).sort()).toEqual([
      'hello-world-controller-default-1',
      'hello-world-controller-default-2',
      'hello-world-controller-default-3',
    ]);
    for (const name of readdirSync(kept)) {
      expect(existsSync(join(kept, name, 'logs/preprocessing/step_1/step.exit'))).toBe(true);
      expect(readFileSync(join(kept, name, 'inputs.sh'), 'utf8')).toContain(
        `export hello_message='it'\\''s "$HOME" <b>'`,
      );
    }
    expect(processesOf(scratch)).toEqual([]);
  });
});

test('a workflow whose required input has no value is skipped, by its label and place', async () => {
  await inScratch(async (scratch) => {
    const root = repository(scratch);
    edit(root, (text) => text.replace('default: "Hello World"', ''));
    const { status, stdout } = await runCli(root, ['run']);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /skipped: \S+workflow\.yaml:\d+:\d+: input "Greeting message" is required and has no value: .*-i hello\.message=/,
    );
  });
});

describe('a request whose values are wrong is refused with status 2', () => {
  const refused = async (change: (root: string) => void, ...args: readonly string[]) =>
    inScratch(async (scratch) => {
      const root = repository(scratch);
      change(root);
      const { status, stdout, stderr } = await runCli(root, ['run', ...args]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      return stderr;
    });
  test('an input that the form does not have, with what was meant', async () => {
    expect(await refused(() => {}, '-i', 'hello.mesage=x')).toContain('did you mean "hello.message"?');
  });
  test('a file of values that cannot be read, at its fault', async () => {
    const write = (root: string): void => writeFileSync(join(root, 'values.yaml'), 'hello: [\n');
    expect(await refused(write, '--inputs', 'values.yaml')).toContain('values.yaml:1:8: ');
    expect(await refused(() => {}, '--inputs', 'gone.yaml')).toContain('gone.yaml cannot be read');
  });
  test('a scenario that nobody has, and one whose values the form does not take', async () => {
    expect(await refused(() => {}, '--scenario', 'gone')).toContain('expected a file ci/gone.yaml');
    const write = (root: string): void =>
      writeFileSync(join(root, 'workflows/hello-world/ci/odd.yaml'), 'greeting: x\n');
    expect(await refused(write)).toContain('the form has no input "greeting"');
  });
});

test('values stand above each other: the form, the scenario, the file, the command line', async () => {
  await inScratch(async (scratch) => {
    const root = repository(scratch, { loud: 'hello: {message: scenario}\n' });
    writeFileSync(join(root, 'values.json'), '{"hello": {"message": "file"}}');
    const message = async (...args: readonly string[]): Promise<string | undefined> =>
      /hello\.message = (.*)/.exec((await runCli(root, ['run', '--plan', ...args])).stdout)?.[1];
    expect(await message()).toBe('scenario');
    expect(await message('--inputs', 'values.json')).toBe('file');
    expect(await message('--inputs', 'values.json', '-i', 'hello.message=word')).toBe('word');
  });
});
