import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { type JsonReport, reportOf, runCli } from './support/cli.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

/** The commands of contract, part 1. */
const commands = [
  'check',
  'lint',
  'run',
  'list',
  'merge',
  'gate',
  'compare',
  'explain',
  'rules',
  'graph',
  'schema',
  'new',
  'init',
  'doctor',
  'wait',
];

/** A repository with one error and one finding in the shell. */
function faulty(scratch: string): string {
  const root = copyExamples(scratch, ['hello-world']);
  const workflow = join(root, 'workflows/hello-world/workflow.yaml');
  writeFileSync(workflow, readFileSync(workflow, 'utf8').replace('inputs.resource.id', 'inputs.resorce.id'));
  const script = join(root, 'workflows/hello-world/start.sh');
  writeFileSync(
    script,
    readFileSync(script, 'utf8').replace(
      'SESSION_PORT=$(',
      () => 'echo "${PW_PARENT_JOBDIR}"\nSESSION_PORT=$(',
    ),
  );
  return root;
}

/** A report without what may differ from run to run: times, process ids, ports, the order in which files were seen. */
function steady(report: JsonReport): unknown {
  const dropped = new Set([
    'ms',
    'atMs',
    'endedMs',
    'stopMs',
    'readyMs',
    'openMs',
    'detectMs',
    'pid',
    'command',
    'port',
    'url',
    'content',
    'log',
    'outputs',
    'kept',
  ]);
  const runs = report.runs.map((run) => ({
    ...run,
    coordination: [...run.coordination].sort((a, b) => a.file.localeCompare(b.file)),
  }));
  const kept = (key: string, value: unknown): unknown => (dropped.has(key) ? undefined : value);
  return JSON.parse(JSON.stringify({ ...report, runs }, kept));
}

/** A repository of workflows under names of their own, one of them with an error, among files of other systems. */
function unusual(scratch: string): string {
  const root = join(scratch, 'repository');
  const workflow = (needs: string): string =>
    `'on': {execute: {inputs: {}}}\njobs: {a: {steps: [{run: date}]}, b: {needs: [${needs}], steps: [{run: date}]}}\n`;
  const files = {
    'v1.0.yaml': workflow('a'),
    'yamls/one/general.yaml': workflow('c'),
    '.github/workflows/check.yml': 'on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: date}]}}\n',
    'values.yaml': 'jobs: 3\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

describe('the command line', () => {
  test('workflows under any name are found by their content where none is at the usual place', async () => {
    await inScratch(async (scratch) => {
      const root = unusual(scratch);
      const said =
        'nothing is at workflows/*/workflow.{yaml,yml}: 2 workflows found by their content (v1.0.yaml, yamls/one/general.yaml)\n';
      expect(await runCli(root, ['list', '.'])).toMatchObject({
        status: 0,
        stdout: 'v1.0\tv1.0.yaml\ngeneral\tyamls/one/general.yaml\n',
        stderr: said,
      });
      expect(await runCli(root, ['list', '--quiet', 'yamls'])).toMatchObject({
        stdout: 'general\tyamls/one/general.yaml\n',
        stderr: '',
      });
      for (const command of ['lint', 'check'] as const) {
        const ended = await runCli(root, [command, '--format', 'json', '.']);
        expect([ended.status, ended.stderr.startsWith(said)]).toEqual([1, true]);
        const report = reportOf(ended);
        expect(report.workflows.map(({ path, outcome }) => [path, outcome])).toEqual([
          ['v1.0.yaml', 'passed'],
          ['yamls/one/general.yaml', 'failed'],
        ]);
        expect(report.diagnostics.map(({ rule, path }) => [rule, path])).toEqual([
          ['unknown-needs', 'yamls/one/general.yaml'],
        ]);
      }
      expect(await runCli(root, ['lint', '--workflows', 'other/*.yaml'])).toMatchObject({ status: 2 });
      expect(await runCli(join(root, '.github'), ['lint', '.'])).toMatchObject({ status: 2 });
    });
  });

  test.each(commands)('%s has a help of its own', async (command) => {
    const ended = await runCli(projectRoot, [command, '--help']);
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(ended.stdout).toContain(command);
  });

  test('says its version', async () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
      version: string;
    };
    const ended = await runCli(projectRoot, ['--version']);
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(ended.stdout.trim().split(' ').at(-1)).toBe(version);
  });

  test.each([
    ['error', 1],
    ['warning', 1],
    ['never', 0],
  ])('lint --fail-on %s exits with %d for an error', async (failOn, status) => {
    await inScratch(async (scratch) => {
      expect(await runCli(faulty(scratch), ['lint', '--fail-on', failOn])).toMatchObject({ status });
    });
  });

  test('a warning fails only when asked to', async () => {
    await inScratch(async (scratch) => {
      const root = faulty(scratch);
      expect(await runCli(root, ['lint', '--skip', 'undeclared-input'])).toMatchObject({ status: 0 });
      const strict = await runCli(root, ['lint', '--skip', 'undeclared-input', '--fail-on', 'warning']);
      expect(strict).toMatchObject({ status: 1 });
    });
  });

  test('every path that names the same workflow finds the same', async () => {
    await inScratch(async (scratch) => {
      const root = faulty(scratch);
      const paths = ['.', 'workflows', 'workflows/hello-world', 'workflows/hello-world/workflow.yaml', root];
      const found = [];
      for (const path of paths) {
        found.push(reportOf(await runCli(root, ['lint', path, '--format', 'json'])).diagnostics);
      }
      for (const each of found) expect(each).toEqual(found[0]);
      expect(found[0]).toHaveLength(2);
    });
  });
});

describe('the JSON report', () => {
  test('is valid against the published schema and steady', async () => {
    await inScratch(async (scratch) => {
      const schema = await runCli(scratch, ['schema', 'report']);
      const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(schema.stdout));
      const root = faulty(join(scratch, 'bad'));
      const good = copyExamples(join(scratch, 'good'), ['hello-world']);
      for (const place of [root, good]) {
        const first = reportOf(await runCli(place, ['check', '--format', 'json']));
        const second = reportOf(await runCli(place, ['check', '--format', 'json']));
        validate(first);
        expect(validate.errors ?? []).toEqual([]);
        expect(steady(second)).toEqual(steady(first));
      }
    });
  });

  test('of a lint is the same to the byte each time', async () => {
    await inScratch(async (scratch) => {
      const root = faulty(scratch);
      const first = await runCli(root, ['lint', '--format', 'json']);
      expect(await runCli(root, ['lint', '--format', 'json'])).toEqual(first);
    });
  });
});

describe('--output', () => {
  test('writes every format beside what stdout carries', async () => {
    await inScratch(async (scratch) => {
      const root = faulty(scratch);
      const out = join(scratch, 'out');
      mkdirSync(out);
      const formats = ['pretty', 'json', 'sarif', 'junit', 'markdown', 'html', 'github', 'gitlab', 'rdjson'];
      const args = formats.flatMap((format) => ['--output', `${format}=${join(out, format)}`]);
      const ended = await runCli(root, ['lint', '--format', 'json', ...args]);
      expect(readdirSync(out).sort()).toEqual([...formats].sort());
      for (const format of formats) expect(readFileSync(join(out, format), 'utf8')).toContain('resorce');
      expect(readFileSync(join(out, 'json'), 'utf8')).toBe(ended.stdout);
    });
  });

  test('into a place that cannot be written is a wrong request, not a trace', async () => {
    await inScratch(async (scratch) => {
      const root = faulty(scratch);
      const ended = await runCli(root, ['lint', '--output', 'json=utils/wait_service.sh/report.json']);
      expect(ended.status).toBe(2);
      expect(ended.stderr).toContain('utils/wait_service.sh/report.json');
    });
  });
});

test('a repository that may only be read is checked', async () => {
  await inScratch(async (scratch) => {
    const root = copyExamples(scratch, ['hello-world']);
    chmodSync(root, 0o555);
    const report = reportOf(await runCli(root, ['check', '--format', 'json']));
    expect(report.diagnostics).toEqual([]);
    chmodSync(root, 0o755);
  });
});

test('a check writes nothing into the repository', async () => {
  await inScratch(async (scratch) => {
    const root = copyExamples(scratch, ['hello-world', 'status-board', 'notebook']);
    const files = () => readdirSync(root, { recursive: true }).map(String).sort();
    const before = files();
    await runCli(root, ['check']);
    expect(files()).toEqual(before);
  });
});

test('three shards merge into the report of the whole', async () => {
  await inScratch(async (scratch) => {
    const root = copyExamples(scratch, ['hello-world', 'status-board', 'notebook']);
    const workflow = join(root, 'workflows/status-board/workflow.yaml');
    writeFileSync(
      workflow,
      readFileSync(workflow, 'utf8').replace('inputs.resource.id', 'inputs.resorce.id'),
    );
    const files = [1, 2, 3].map((part) => join(scratch, `${part}.json`));
    for (const [index, file] of files.entries()) {
      await runCli(root, ['lint', '--shard', `${index + 1}/3`, '--output', `json=${file}`]);
    }
    const merged = await runCli(root, ['merge', ...files, '--format', 'json']);
    const whole = await runCli(root, ['lint', '--format', 'json']);
    expect(reportOf(merged).diagnostics).toEqual(reportOf(whole).diagnostics);
    expect(reportOf(merged).workflows).toEqual(reportOf(whole).workflows);
    expect(reportOf(merged).summary).toEqual(reportOf(whole).summary);
    expect(merged.status).toBe(1);
  });
});
