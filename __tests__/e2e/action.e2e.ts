import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type ActJob, commitAll, installAction, runAct } from './support/act.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

const workflow = `on: [push, pull_request, pull_request_target, merge_group]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - id: check
        uses: ./.pw-workflow-check
        with: WITH
`;

/** Checks a copy of hello-world, changed by `change`, under a runner. */
async function checked(
  scratch: string,
  order: {
    readonly change?: (root: string) => void;
    readonly with?: Readonly<Record<string, string>>;
    readonly event?: 'push' | 'pull_request' | 'pull_request_target' | 'merge_group';
    /** The pushed ref. */
    readonly ref?: string;
    /** Where the pull request comes from. */
    readonly from?: string;
    readonly args?: readonly string[];
  },
): Promise<ActJob> {
  const root = copyExamples(scratch, ['hello-world']);
  installAction(root);
  mkdirSync(join(root, '.github/workflows'), { recursive: true });
  writeFileSync(
    join(root, '.github/workflows/check.yml'),
    workflow.replace('WITH', () => JSON.stringify(order.with ?? {})),
  );
  const base = await commitAll(root, 'base');
  order.change?.(root);
  const head = await commitAll(root, 'head');
  const event = order.event ?? 'pull_request';
  const repository = { full_name: 'org/sample', default_branch: 'main', private: false };
  const from = order.from ?? 'org/sample';
  const pullRequest = {
    number: 7,
    pull_request: {
      number: 7,
      head: { sha: head, ref: 'change', repo: { full_name: from, fork: from !== 'org/sample' } },
      base: { sha: base, ref: 'main', repo: { full_name: 'org/sample' } },
    },
    repository,
  };
  const payloads = {
    push: { before: base, after: head, ref: order.ref ?? 'refs/heads/main', repository },
    pull_request: pullRequest,
    pull_request_target: pullRequest,
    merge_group: {
      merge_group: {
        base_sha: base,
        head_sha: head,
        base_ref: 'refs/heads/main',
        head_ref: 'refs/heads/queue',
      },
      repository,
    },
  };
  return runAct({
    scratch,
    repository: root,
    event,
    payload: payloads[event],
    ...(order.args !== undefined && { args: order.args }),
  });
}

/** Misspells an input in the workflow. */
function misspellAnInput(root: string): void {
  const path = join(root, 'workflows/hello-world/workflow.yaml');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('target: ${{ inputs.resource.id }}');
  writeFileSync(
    path,
    text.replace('target: ${{ inputs.resource.id }}', () => 'target: ${{ inputs.resorce.id }}'),
  );
}

describe('the action under a runner', () => {
  test.each(['pull_request', 'push', 'merge_group'] as const)(
    'passes a good repository on %s',
    async (event) => {
      await inScratch(async (scratch) => {
        const job = await checked(scratch, { event });
        expect(job.annotations).toEqual([]);
        expect(job.outputs).toMatchObject({ outcome: 'passed', errors: '0', warnings: '0', workflows: '1' });
        expect(job.outputs['failed-workflows']).toBe('[]');
        expect(job.summary).toContain('hello-world');
        expect(job.result).toBe('success');
        expect(job.ended.status).toBe(0);
      });
    },
  );

  test('fails a bad pull request, with the annotation at the fault', async () => {
    await inScratch(async (scratch) => {
      const job = await checked(scratch, { change: misspellAnInput });
      const text = readFileSync(join(projectRoot, 'examples/workflows/hello-world/workflow.yaml'), 'utf8');
      const lines = text.split('\n');
      const line = lines.findIndex((candidate) => candidate.includes('target: ${{ inputs.resource.id }}'));
      const column = (lines[line]?.indexOf('inputs.resource.id') ?? -1) + 1;
      const placed = job.annotations.filter(({ properties }) => 'file' in properties);
      expect(placed).toHaveLength(1);
      expect(placed[0]).toMatchObject({
        level: 'error',
        properties: {
          file: 'workflows/hello-world/workflow.yaml',
          line: String(line + 1),
          endLine: String(line + 1),
          col: String(column),
          endColumn: String(column + 'inputs.resorce'.length - 1),
        },
      });
      expect(placed[0]?.message).toContain('resorce');
      expect(job.outputs).toMatchObject({ outcome: 'failed', errors: '1', workflows: '1' });
      expect(job.outputs['failed-workflows']).toBe('["hello-world"]');
      expect(job.summary).toContain('resorce');
      expect(job.result).toBe('failure');
      expect(job.ended.status).toBe(1);
    });
  });

  test('says what is wrong with an input of its own', async () => {
    await inScratch(async (scratch) => {
      const job = await checked(scratch, { with: { 'fail-on': 'eror' } });
      expect(job.result).toBe('failure');
      expect(`${job.log}${JSON.stringify(job.annotations)}`).toContain('eror');
    });
  });

  test('passes on the push of a tag', async () => {
    await inScratch(async (scratch) => {
      const job = await checked(scratch, { event: 'push', ref: 'refs/tags/v1.2.3' });
      expect(job).toMatchObject({ result: 'success', annotations: [], outputs: { outcome: 'passed' } });
    });
  });

  test('reports nothing but the verdict when GitHub cannot be reached, and stays green', async () => {
    await inScratch(async (scratch) => {
      const job = await checked(scratch, {
        from: 'somebody/fork',
        with: { 'check-run': 'true', comment: 'always', suggestions: 'true' },
        args: ['-s', 'GITHUB_TOKEN=read-only', '--env', 'GITHUB_API_URL=http://127.0.0.1:9'],
      });
      expect(job).toMatchObject({ result: 'success', outputs: { outcome: 'passed' } });
      expect(job.annotations.filter(({ level }) => level === 'error')).toEqual([]);
      expect(job.log).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
    });
  });

  test('lints but starts nothing under pull_request_target', async () => {
    await inScratch(async (scratch) => {
      const job = await checked(scratch, {
        event: 'pull_request_target',
        from: 'somebody/fork',
        change: (root) => {
          const path = join(root, 'workflows/hello-world/start.sh');
          const text = readFileSync(path, 'utf8');
          writeFileSync(path, text.replace('mkdir -p site\n', `mkdir -p site\ntouch ${scratch}/started\n`));
        },
      });
      expect(existsSync(join(scratch, 'started'))).toBe(false);
      expect(`${job.log}${job.summary}${JSON.stringify(job.annotations)}`).toContain('pull_request_target');
    });
  });

  test('makes at most ten annotations of sixty errors and tells of all in the summary', async () => {
    await inScratch(async (scratch) => {
      const job = await checked(scratch, {
        change: (root) => {
          const path = join(root, 'workflows/hello-world/workflow.yaml');
          const lines = Array.from({ length: 60 }, (_, i) => `          echo "\${{ inputs.absent_${i} }}"`);
          const text = readFileSync(path, 'utf8');
          const after = text.replace(
            /(name: Say where the session is\n {8}run: \|\n)/,
            `$1${lines.join('\n')}\n`,
          );
          expect(after).not.toBe(text);
          writeFileSync(path, after);
        },
      });
      expect(job.annotations.filter(({ level }) => level === 'error')).toHaveLength(10);
      expect(job.outputs).toMatchObject({ errors: '60', outcome: 'failed' });
      expect(job.summary).toContain('absent_0');
      expect(job.summary).toContain('absent_59');
    });
  });

  test('hands every input over', () => {
    const action = parse(readFileSync(join(projectRoot, 'action.yml'), 'utf8')) as {
      readonly inputs: Readonly<Record<string, unknown>>;
      readonly runs: { readonly steps: readonly { readonly env?: Readonly<Record<string, string>> }[] };
    };
    const handedOver = action.runs.steps
      .flatMap((step) => Object.values(step.env ?? {}))
      .map((value) => /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1])
      .filter((name) => name !== undefined);
    expect([...handedOver].sort()).toEqual(Object.keys(action.inputs).sort());
    expect(existsSync(join(projectRoot, 'dist/action/index.js'))).toBe(true);
  });
});
