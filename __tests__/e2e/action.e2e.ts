import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { FakeAnswer } from '../action/github-server.ts';
import { type ActJob, commitAll, installAction, runAct } from './support/act.ts';
import { requestFaults } from './support/github-description.ts';
import { type ReceivedRequest, withGithub } from './support/github-http.ts';
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
    /** What the pull request says that its base is; absent: the first commit. */
    readonly base?: string;
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
      base: { sha: order.base ?? base, ref: 'main', repo: { full_name: 'org/sample' } },
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
      expect(job.summary).toContain('the request is wrong');
    });
  });

  test('is not green when a file that was asked for cannot be written', async () => {
    await inScratch(async (scratch) => {
      const job = await checked(scratch, { with: { command: 'lint', 'sarif-file': '/proc/none/x.sarif' } });
      expect(job).toMatchObject({ result: 'failure', outputs: { outcome: 'error' } });
      expect(job.summary).toContain('/proc/none/x.sarif cannot be written');
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

  /** Misspells an input, and adds lines with faults that can be repaired by themselves. */
  function misspellAndClutter(root: string): void {
    misspellAnInput(root);
    const path = join(root, 'workflows/hello-world/workflow.yaml');
    const text = readFileSync(path, 'utf8');
    const clutter = Array.from({ length: 60 }, (_, i) => `          echo "\${{ inputs.absent_${i} }}"`);
    const at = /(name: Say where the session is\n {8}run: \|\n)/;
    expect(text).toMatch(at);
    writeFileSync(
      path,
      text.replace(at, (line) => `${line}${clutter.join('\n')}\n`),
    );
  }

  const publishing = { 'check-run': 'true', comment: 'always', suggestions: 'true' };
  const onServer = (address: string) => [
    ...['-s', 'GITHUB_TOKEN=secret-token', '--env', `GITHUB_API_URL=${address}`],
    ...['--env', `GITHUB_SERVER_URL=https://ghes.example`],
  ];

  test('publishes a pull request in valid requests: a check run in batches, suggestions, one comment', async () => {
    const answer = ({ method }: ReceivedRequest): FakeAnswer =>
      method === 'GET' ? { status: 200, body: [] } : { status: 201, body: { id: 5 } };
    await withGithub(answer, async (address, requests) => {
      await inScratch(async (scratch) => {
        const job = await checked(scratch, {
          change: misspellAndClutter,
          with: publishing,
          args: onServer(address),
        });
        expect(job).toMatchObject({ result: 'failure', outputs: { outcome: 'failed', errors: '61' } });
        expect(requests.flatMap(requestFaults)).toEqual([]);
        expect(requests.every((one) => one.authorization === 'token secret-token')).toBe(true);
        expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
          'POST /repos/org/sample/check-runs',
          'PATCH /repos/org/sample/check-runs/5',
          'GET /repos/org/sample/pulls/7/comments',
          'POST /repos/org/sample/pulls/7/reviews',
          'GET /repos/org/sample/issues/7/comments',
          'POST /repos/org/sample/issues/7/comments',
        ]);
        const bodies = requests.map((one) => JSON.stringify(one.body));
        expect(bodies[0]).toContain('"conclusion":"failure"');
        expect(bodies[3]).toContain('```suggestion');
        expect(bodies[5]).toContain('**61 new findings** compared with the base');
        expect(bodies[5]).toMatch(
          /https:\/\/ghes\.example\/org\/sample\/blob\/[0-9a-f]{40}\/workflows\/hello-world/,
        );
        expect(bodies.join('')).not.toContain('secret-token');
        expect(job.ended.stdout).not.toContain('secret-token');
      });
    });
  });

  test.each<[string, string, FakeAnswer, string]>([
    ['a fork', 'somebody/fork', { status: 403 }, 'the token of a pull request from a fork may not write'],
    [
      'a read-only token',
      'org/sample',
      { status: 403 },
      'the token may not do that (403); it needs "checks: write"',
    ],
    ['a limit', 'org/sample', { status: 429, headers: { 'retry-after': '3600' } }, 'limits requests (429)'],
    [
      'a failing server',
      'org/sample',
      { status: 503, headers: { 'retry-after': '0' } },
      'has a failure (503)',
    ],
  ])('stays green with %s and says what was not published', async (_, from, answer, words) => {
    await withGithub(
      () => answer,
      async (address, requests) => {
        await inScratch(async (scratch) => {
          const job = await checked(scratch, {
            from,
            with: { ...publishing, command: 'lint' },
            args: onServer(address),
          });
          expect(job).toMatchObject({ result: 'success', outputs: { outcome: 'passed' } });
          expect(job.annotations).toEqual([]);
          expect(job.summary).toContain(words.replaceAll('(', '&#40;').replaceAll(')', '&#41;'));
          expect(requests.flatMap(requestFaults)).toEqual([]);
          if (from !== 'org/sample') expect(requests).toEqual([]);
        });
      },
    );
  });

  test('asks the server what changed when the history does not tell, and runs only that', async () => {
    await withGithub(
      () => ({ status: 200, body: [{ filename: 'README.md' }] }),
      async (address, requests) => {
        await inScratch(async (scratch) => {
          const job = await checked(scratch, {
            base: 'f'.repeat(40),
            with: { 'changed-only': 'true' },
            args: onServer(address),
          });
          expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
            'GET /repos/org/sample/pulls/7/files',
          ]);
          expect(requests.flatMap(requestFaults)).toEqual([]);
          expect(job).toMatchObject({ result: 'success', outputs: { workflows: '0' } });
        });
      },
    );
  });

  test('reads a repository in a folder of the workspace: annotations from there, links from its top', async () => {
    await inScratch(async (scratch) => {
      const job = await checked(scratch, {
        with: { path: 'part', command: 'lint' },
        change: (root) => {
          misspellAnInput(root);
          cpSync(join(root, 'workflows'), join(root, 'part/workflows'), { recursive: true });
        },
      });
      expect(job.annotations[0]?.properties['file']).toBe('part/workflows/hello-world/workflow.yaml');
      expect(job.summary).toMatch(/\/blob\/[0-9a-f]{40}\/part\/workflows\/hello-world\/workflow.yaml#L\d+"/);
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

  test('tells sixty findings within the budget: ten of a kind, lines of several merged, the rest in the summary', async () => {
    await inScratch(async (scratch) => {
      const job = await checked(scratch, {
        with: { command: 'lint' },
        change: (root) => {
          const path = join(root, 'workflows/hello-world/workflow.yaml');
          const two = '          echo "${{ inputs.twice_1 }} ${{ inputs.twice_2 }}"';
          const lines = [
            two,
            ...Array.from({ length: 58 }, (_, i) => `          echo "\${{ inputs.absent_${i} }}"`),
          ];
          const text = readFileSync(path, 'utf8');
          const after = text.replace(
            /(name: Say where the session is\n {8}run: \|\n)/,
            (line) => `${line}${lines.join('\n')}\n`,
          );
          expect(after).not.toBe(text);
          writeFileSync(path, after);
        },
      });
      const errors = job.annotations.filter(({ level }) => level === 'error');
      expect(errors).toHaveLength(10);
      expect(errors.filter(({ properties }) => 'file' in properties)).toHaveLength(9);
      expect(errors[0]?.properties['title']).toBe('undeclared-input and 1 more');
      expect(errors[0]?.message).toMatch(/twice_1[\s\S]*twice_2/);
      expect(job.outputs).toMatchObject({ errors: '60', outcome: 'failed' });
      expect(job.log).toContain('10 of 60 findings are annotated');
      expect(job.summary).toContain('10 of 60 findings are annotated');
      for (const name of ['twice_1', 'twice_2', 'absent_0', 'absent_57']) {
        expect(job.summary).toContain(name.replaceAll('_', '&#95;'));
      }
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
