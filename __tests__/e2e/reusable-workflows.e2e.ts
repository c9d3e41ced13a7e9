import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActJob, commitAll, runAct } from './support/act.ts';
import { plainEnvironment } from './support/cli.ts';
import { runProgram } from './support/program.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';
import { artifacts, standInActions } from './support/stand-ins.ts';

/** Calls one of our reusable workflows from a repository with the workflows `a`, `b` and `c`, under a runner. */
async function called(
  scratch: string,
  order: {
    readonly workflow: 'check' | 'release-gate';
    readonly with?: Readonly<Record<string, unknown>>;
    readonly change?: (root: string) => void;
    readonly tag?: string;
  },
): Promise<ActJob> {
  const root = copyExamples(scratch, ['hello-world']);
  for (const name of ['a', 'b', 'c']) {
    cpSync(join(root, 'workflows/hello-world'), join(root, 'workflows', name), { recursive: true });
    const path = join(root, 'workflows', name, 'workflow.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('workflows/hello-world', `workflows/${name}`));
  }
  rmSync(join(root, 'workflows/hello-world'), { recursive: true });
  const source = join(projectRoot, '.github/workflows', `${order.workflow}.yml`);
  mkdirSync(join(root, '.github/workflows'), { recursive: true });
  copyFileSync(source, join(root, '.github/workflows/called.yml'));
  writeFileSync(
    join(root, '.github/workflows/caller.yml'),
    JSON.stringify({
      on: ['push'],
      permissions: { contents: 'read' },
      jobs: { call: { uses: './.github/workflows/called.yml', with: order.with ?? {} } },
    }),
  );
  order.change?.(root);
  const head = await commitAll(root, 'head');
  if (order.tag !== undefined) {
    await runProgram({ command: 'git', args: ['tag', order.tag], cwd: root, env: plainEnvironment(root) });
  }
  return runAct({
    scratch,
    repository: root,
    event: 'push',
    step: order.workflow === 'check' ? 'judge' : 'gate',
    payload: {
      before: '0'.repeat(40),
      after: head,
      ref: order.tag === undefined ? 'refs/heads/main' : `refs/tags/${order.tag}`,
      repository: { full_name: 'org/sample', default_branch: 'main' },
    },
    args: standInActions(scratch, source),
  });
}

/** Misspells an input in the workflow `b`; gives the line and column of it. */
function misspell(root: string): { readonly line: string; readonly column: string } {
  const path = join(root, 'workflows/b/workflow.yaml');
  const text = readFileSync(path, 'utf8').replace('inputs.resource.id', 'inputs.resorce.id');
  writeFileSync(path, text);
  const before = text.slice(0, text.indexOf('inputs.resorce')).split('\n');
  return { line: String(before.length), column: String((before.at(-1)?.length ?? 0) + 1) };
}

function reportIn(folder: string) {
  const [file = ''] = readdirSync(folder);
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

function artifactNames(scratch: string): readonly string[] {
  return readdirSync(artifacts(scratch)).map((name) => name.replace(/-[0-9a-f]{12}(?=-|$)/, '-KEY'));
}

describe('check.yml under a runner', () => {
  test('three shards run, are merged and pass one gate', async () => {
    await inScratch(async (scratch) => {
      const job = await called(scratch, { workflow: 'check', with: { shards: 3, command: 'check' } });
      expect(job.results).toEqual({
        list: ['success'],
        part: ['success', 'success', 'success'],
        gate: ['success'],
      });
      expect(job.outputs).toMatchObject({ outcome: 'passed' });
      expect(job.ended.status).toBe(0);
      expect(artifactNames(scratch)).toEqual([
        'pw-workflow-check-part-KEY-1',
        'pw-workflow-check-part-KEY-2',
        'pw-workflow-check-part-KEY-3',
        'pw-workflow-check-report-KEY',
      ]);
      const reports = readdirSync(artifacts(scratch)).map((name) => reportIn(join(artifacts(scratch), name)));
      expect(reports.map((report) => report.summary.workflows)).toEqual([1, 1, 1, 3]);
      expect(reports[3].runs.map((run: { outcome: string }) => run.outcome)).toEqual(Array(3).fill('passed'));
      for (const name of ['a', 'b', 'c']) expect(job.summary).toContain(`**${name}**`);
      expect(job.summary).toContain('3 workflows: 3 passed');
    });
  });

  test('a fault in one shard fails the gate, with the annotation at its place and a link in the summary', async () => {
    await inScratch(async (scratch) => {
      let place = { line: '', column: '' };
      const job = await called(scratch, {
        workflow: 'check',
        with: { shards: 3, command: 'lint' },
        change: (root) => {
          place = misspell(root);
        },
      });
      // `act` says of every job of a matrix that it failed as soon as one has.
      expect(job.results['part']).toContain('failure');
      expect(job.results['gate']).toEqual(['failure']);
      expect(job.outputs).toMatchObject({ outcome: 'failed' });
      expect(job.annotations.filter(({ properties }) => 'file' in properties)).toMatchObject([
        { properties: { file: 'workflows/b/workflow.yaml', line: place.line, col: place.column } },
      ]);
      expect(job.summary).toMatch(
        new RegExp(
          `href="https://github.com/org/sample/blob/[0-9a-f]{40}/workflows/b/workflow.yaml#L${place.line}"`,
        ),
      );
      const merged = readdirSync(artifacts(scratch)).at(-1) ?? '';
      expect(reportIn(join(artifacts(scratch), merged)).summary).toMatchObject({ errors: 1, workflows: 3 });
    });
  });

  test('more shards than workflows are as many as there are workflows', async () => {
    await inScratch(async (scratch) => {
      const job = await called(scratch, { workflow: 'check', with: { shards: 200, command: 'lint' } });
      expect(job.results['part']).toHaveLength(3);
      expect(job.results['gate']).toEqual(['success']);
    });
  });

  // `act` evaluates a matrix even where GitHub skips its job, and stops there: the gate is not seen here.
  test('a repository without workflows, and a wrong number of shards, fail with a reason', async () => {
    await inScratch(async (scratch) => {
      const job = await called(scratch, {
        workflow: 'check',
        with: { shards: 3 },
        change: (root) => rmSync(join(root, 'workflows'), { recursive: true }),
      });
      expect(job.results).toEqual({ list: ['failure'] });
      expect(job.log).toContain('no workflow');
    });
    await inScratch(async (scratch) => {
      const job = await called(scratch, { workflow: 'check', with: { shards: 257 } });
      expect(job.results).toEqual({ list: ['failure'] });
      expect(job.log).toContain('expected a whole number from 1 to 256');
    });
  });

  test('a shard that dies fails the gate, which names it', async () => {
    await inScratch(async (scratch) => {
      const job = await called(scratch, {
        workflow: 'check',
        with: { shards: 3, command: 'lint' },
        change: (root) => {
          const path = join(root, '.github/workflows/called.yml');
          const text = readFileSync(path, 'utf8');
          const lost = text.replace(
            '          export INPUT_JSON_FILE',
            '          [ "$part" != 2 ] || kill -9 $$\n$&',
          );
          expect(lost).not.toBe(text);
          writeFileSync(path, lost);
        },
      });
      expect(job.results['part']).toContain('failure');
      expect(job.results['gate']).toEqual(['failure']);
      expect(job.outputs).toMatchObject({ outcome: 'error' });
      expect(job.summary).toContain('the report of part 2/3 is missing');
    });
  });

  test('twelve shards on labels of their own, with every input and a report for code scanning', async () => {
    await inScratch(async (scratch) => {
      const job = await called(scratch, {
        workflow: 'check',
        with: {
          shards: 12,
          command: 'lint',
          'runs-on': '["ubuntu-latest"]',
          workflows: 'workflows/*/workflow.yaml',
          scenario: '',
          timeout: '2m',
          'changed-only': 'false',
          'fail-on': 'error',
          name: 'проба',
          sarif: true,
        },
        change: (root) => {
          rmSync(join(root, 'workflows/c'), { recursive: true });
          for (let index = 0; index < 11; index++) {
            cpSync(join(root, 'workflows/a'), join(root, 'workflows', `d${index}`), { recursive: true });
            const path = join(root, `workflows/d${index}/workflow.yaml`);
            writeFileSync(path, readFileSync(path, 'utf8').replaceAll('workflows/a', `workflows/d${index}`));
          }
          misspell(root);
        },
      });
      expect(job.results['part']).toHaveLength(12);
      expect(job.results['gate']).toEqual(['failure']);
      expect(job.summary).toContain('pw-workflow-check: проба');
      const sarif = JSON.parse(
        readFileSync(join(artifacts(scratch), 'sarif/pw-workflow-check проба.sarif'), 'utf8'),
      );
      expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
        'workflows/b/workflow.yaml',
      );
      const merged = readdirSync(artifacts(scratch)).filter((name) =>
        name.startsWith('pw-workflow-check-report'),
      );
      expect(reportIn(join(artifacts(scratch), merged[0] ?? '')).summary).toMatchObject({
        errors: 1,
        workflows: 13,
      });
    });
  });
});

describe('release-gate.yml under a runner', () => {
  test('opens for a tag that holds everything, with a report of its commit', async () => {
    await inScratch(async (scratch) => {
      const job = await called(scratch, { workflow: 'release-gate', with: { first: true }, tag: 'v1.0.0' });
      expect(job.summary).toContain('release gate: open');
      expect(job.outputs).toMatchObject({ 'release-ready': 'true' });
      expect(job.results).toEqual({ gate: ['success'] });
      const [artifact = ''] = readdirSync(artifacts(scratch));
      const report = reportIn(join(artifacts(scratch), artifact));
      expect(report.commit).toMatch(/^[0-9a-f]{40}$/);
      expect(report.gate).toEqual({ ready: true, reasons: [] });
    });
  });

  test('stays closed for a fault, and says why', async () => {
    await inScratch(async (scratch) => {
      const job = await called(scratch, {
        workflow: 'release-gate',
        with: { first: true },
        tag: 'v1.0.0',
        change: misspell,
      });
      expect(job.outputs).toMatchObject({ 'release-ready': 'false' });
      expect(job.results).toEqual({ gate: ['failure'] });
      expect(job.summary).toContain('release gate: closed');
      expect(job.summary).toContain('1 error or warning found');
    });
  });
});
