import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { cliBundle, plainEnvironment, runCli } from './support/cli.ts';
import { runProgram } from './support/program.ts';
import { copyExamples, inScratch } from './support/scratch.ts';

const head = 'c0ffee0000000000000000000000000000000000';

/** What the API of GitHub holds in a case, and the report that the check of the pull request left. */
interface Case {
  readonly pulls: readonly { readonly number: number; readonly head: { readonly sha: string } }[];
  readonly comments: readonly {
    readonly id: number;
    readonly user: { readonly type: string };
    readonly body: string;
  }[];
  readonly report: (root: string) => Promise<string>;
}

const pulls = [{ number: 7, head: { sha: head } }];

const withFault = async (root: string): Promise<string> => {
  const path = join(root, 'workflows/hello-world/workflow.yaml');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('needs: [wait_for_service]', 'needs: [wait_for_servise]'));
  return (await runCli(root, ['lint', '--format', 'json'])).stdout;
};

const clean = async (root: string): Promise<string> =>
  (await runCli(root, ['lint', '--format', 'json'])).stdout;

/**
 * Runs the script of the second workflow as `init --comments` writes it, with programs beside it that stand in for
 * GitHub's client and for `npx`; gives how it ended and every call that wrote, with the body that it sent.
 */
async function comment({ pulls: open, comments, report }: Case) {
  return inScratch(async (scratch) => {
    const root = copyExamples(scratch, ['hello-world']);
    const text = await report(root);
    expect(await runCli(root, ['init', '--comments', '--action', 'tools/check@v3'])).toMatchObject({
      status: 0,
    });
    const workflow = parse(readFileSync(join(root, '.github/workflows/pw-workflow-comment.yml'), 'utf8'));
    const check = parse(readFileSync(join(root, '.github/workflows/pw-workflow-check.yml'), 'utf8'));
    const [download, step] = workflow.jobs.comment.steps;
    expect(workflow.on.workflow_run.workflows).toEqual([check.name]);
    const kept = check.jobs.check.steps.map((one: { with?: { name?: string } }) => one.with?.name);
    expect(kept).toContain(download.with.name);

    const bin = join(scratch, 'bin');
    const job = join(scratch, 'job');
    for (const folder of [bin, job]) mkdirSync(folder);
    writeFileSync(join(job, 'report.json'), text);
    writeFileSync(join(scratch, 'pulls.json'), JSON.stringify(open));
    writeFileSync(join(scratch, 'comments.json'), JSON.stringify(comments));
    const program = (name: string, lines: string): void =>
      writeFileSync(join(bin, name), `#!/bin/bash\n${lines}\n`, { mode: 0o755 });
    program(
      'gh',
      `case "$*" in
  *body=@comment.md*) { echo "$*"; cat comment.md; } >> "${scratch}/written" ;;
  *'repos/owner/name/pulls -f state=open -f head=somebody:work') cat "${scratch}/pulls.json" ;;
  *'repos/owner/name/issues/7/comments') cat "${scratch}/comments.json" ;;
  *) echo "unexpected: $*" >&2; exit 1 ;;
esac`,
    );
    program(
      'npx',
      `[ "$3" = 'git+https://github.com/tools/check.git#v3' ] || exit 1
shift 4
exec "${process.execPath}" "${cliBundle}" "$@"`,
    );
    const plain = plainEnvironment(scratch);
    const ended = await runProgram({
      command: 'bash',
      args: ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
      cwd: job,
      env: {
        ...plain,
        PATH: `${bin}:${plain['PATH']}`,
        GITHUB_ACTIONS: 'true',
        GITHUB_REPOSITORY: 'owner/name',
        GITHUB_SHA: 'deadbeef',
        GH_REPO: 'owner/name',
        HEAD: 'somebody:work',
        HEAD_SHA: head,
      },
    });
    const look = await runProgram({
      command: 'cat',
      args: [join(scratch, 'written')],
      cwd: scratch,
      env: plain,
    });
    return { ...ended, written: look.stdout };
  });
}

test('the first fault of a pull request gets a comment, with links to the commit that was checked', async () => {
  const { status, stderr, written } = await comment({ pulls, comments: [], report: withFault });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(written).toContain(
    'api repos/owner/name/issues/7/comments -F body=@comment.md\n<!-- pw-workflow-check',
  );
  expect(written).toContain('<code>unknown-needs</code>');
  expect(written).toContain(
    `https://github.com/owner/name/blob/${head}/workflows/hello-world/workflow.yaml#L`,
  );
});

test('a comment that is there is brought up to date, and never one of a person', async () => {
  const body = '<!-- pw-workflow-check comment -->\nold';
  const comments = [
    { id: 1, user: { type: 'User' }, body },
    { id: 2, user: { type: 'Bot' }, body },
  ];
  const { status, written } = await comment({ pulls, comments, report: clean });
  expect(status).toBe(0);
  expect(written).toContain('--method PATCH repos/owner/name/issues/comments/2 -F body=@comment.md');
});

test.each<[string, Case]>([
  ['nothing was found and nothing is there', { pulls, comments: [], report: clean }],
  [
    'a newer commit was pushed',
    { pulls: [{ number: 7, head: { sha: 'f00d' } }], comments: [], report: withFault },
  ],
  ['the pull request was closed', { pulls: [], comments: [], report: withFault }],
])('no comment is written when %s', async (_, one) => {
  expect(await comment(one)).toMatchObject({ status: 0, written: '' });
});

test('what is no report is not written to anybody', async () => {
  const hostile = async (): Promise<string> =>
    '{ "schema": 1, "summary": { "errors": 1 }, "remarks": ["hello"] }';
  const { status, stderr, written } = await comment({ pulls, comments: [], report: hostile });
  expect(status).not.toBe(0);
  expect(stderr).toContain('report.json');
  expect(written).toBe('');
});
