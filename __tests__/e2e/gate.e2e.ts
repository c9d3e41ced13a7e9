import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll } from './support/act.ts';
import { plainEnvironment, runCli } from './support/cli.ts';
import { runProgram } from './support/program.ts';
import { copyExamples, inScratch } from './support/scratch.ts';

/** A repository with one workflow, released as v1.0.0, whose origin is a bare copy of it. */
interface Released {
  readonly root: string;
  readonly scratch: string;
  readonly git: (...words: readonly string[]) => Promise<string>;
  /** Changes a file of the workflow. */
  readonly edit: (name: string, from: string | RegExp, to: string) => void;
  /** Commits all, checks it, and keeps the report. */
  readonly checked: (command?: 'check' | 'run') => Promise<void>;
  /** Asks the gate about the report that was kept; gives the exit status and the reasons. */
  readonly asked: (...words: readonly string[]) => Promise<{
    readonly status: number | undefined;
    readonly reasons: readonly string[];
  }>;
}

async function released(use: (repository: Released) => Promise<void>): Promise<void> {
  await inScratch(async (scratch) => {
    const root = copyExamples(scratch, ['hello-world']);
    const git = async (...words: readonly string[]): Promise<string> => {
      const ended = await runProgram({
        command: 'git',
        args: words,
        cwd: root,
        env: plainEnvironment(scratch),
      });
      if (ended.status !== 0) throw new Error(`git ${words.join(' ')}: ${ended.stderr}`);
      return ended.stdout.trim();
    };
    const workflow = join(root, 'workflows/hello-world/workflow.yaml');
    const origin = join(scratch, 'example-lab/services.git');
    await commitAll(root, 'first');
    await git('tag', 'v1.0.0');
    await git('clone', '--quiet', '--bare', root, origin);
    await git('remote', 'add', 'origin', 'https://github.com/example-lab/services.git');
    await git('config', `url.${scratch}/.insteadOf`, 'https://github.com/');
    await git('fetch', '--quiet', 'origin');
    const report = join(scratch, 'report.json');
    await use({
      root,
      scratch,
      git,
      edit(name, from, to) {
        const path = join(workflow, '..', name);
        const before = readFileSync(path, 'utf8');
        const after = before.replace(from, () => to);
        expect(after).not.toBe(before);
        writeFileSync(path, after);
      },
      async checked(command = 'check') {
        await commitAll(root, 'next');
        await runCli(root, [command, '-q', '--fail-on', 'never', '--output', `json=${report}`]);
      },
      async asked(...words) {
        const ended = await runCli(root, ['gate', '--report', report, '--format', 'json', ...words]);
        const answer = ended.stdout === '' ? undefined : JSON.parse(ended.stdout);
        if (answer === undefined) throw new Error(ended.stderr);
        expect(answer.gate.ready).toBe(ended.status === 0);
        return { status: ended.status, reasons: answer.gate.reasons };
      },
    });
  });
}

test('opens for the commit that was checked, and for no other', async () => {
  await released(async ({ checked, asked, root, git }) => {
    await checked('run');
    const { reasons: unlinted } = await asked('--next', 'v1.0.1');
    expect(unlinted).toEqual(['the report leaves out what linting finds']);
    await checked();
    expect(await asked('--next', 'v1.0.1')).toEqual({ status: 0, reasons: [] });
    writeFileSync(join(root, 'new.txt'), 'x');
    const { reasons: dirty } = await asked('--next', 'v1.0.1');
    expect(dirty.join()).toContain('the tree has changes that are not committed');
    await commitAll(root, 'another');
    const head = await git('rev-parse', 'HEAD');
    const { status, reasons } = await asked('--next', 'v1.0.1');
    expect(status).toBe(1);
    expect(reasons.join()).toMatch(
      new RegExp(`the report is of the commit [0-9a-f]{12}, the release of ${head.slice(0, 12)}`),
    );
  });
});

test('holds the form to the version: an input that goes needs a major one', async () => {
  await released(async ({ checked, asked, edit, git }) => {
    edit('workflow.yaml', /\n {6}hello:\n(?: {8}.*\n)+/, '\n');
    await checked();
    for (const next of ['v1.0.1', 'v1.1.0']) {
      const { reasons } = await asked('--next', next);
      expect(reasons.join('\n')).toMatch(
        /release must not change the form so: hello-world: .*message.*since v1\.0\.0/,
      );
    }
    const { reasons } = await asked('--next', 'v2.0.0');
    expect(reasons.join('\n')).not.toContain('must not change the form');
    // From a commit to a version no bump is known.
    const { reasons: unknown } = await asked('--next', 'v1.0.1', '--base', await git('rev-parse', 'v1.0.0'));
    expect(unknown.join('\n')).toMatch(/the form changed since "[0-9a-f]{40}" as only a major release may/);
  });
});

test('stays shut while nobody knows which release it is, or which one it follows', async () => {
  await released(async ({ checked, asked, git, root }) => {
    writeFileSync(join(root, 'notes.txt'), 'x');
    await checked();
    expect((await asked()).reasons.join()).toContain('the version to be released is not known: no tag here');
    await git('tag', 'v1.1');
    expect((await asked()).reasons.join()).toContain('"v1.1" names none');
    await git('tag', 'hpc-v1.1.0');
    expect((await asked('--tag-prefix', 'hpc-')).reasons.join()).toContain(
      'no release before this one was found',
    );
    expect((await asked('--tag-prefix', 'hpc-', '--first')).reasons).toEqual([]);
    expect((await asked('--next', 'v0.9.0')).reasons.join()).toContain('"v0.9.0" is below "v1.0.0"');
    expect((await asked('--next', 'v1.1.0', '--first')).reasons.join()).toContain('but there is "v1.0.0"');
  });
});

test('wants every reference that it checks out of its own repository to be there', async () => {
  await released(async ({ checked, asked, edit, git, scratch }) => {
    edit('workflow.yaml', 'branch: main', 'branch: stable-9');
    await checked();
    const missing = 'checks out "stable-9" of this repository, which is neither a branch nor a tag';
    expect((await asked('--next', 'v1.0.1')).reasons.join()).toContain(missing);
    await git('push', '--quiet', 'origin', 'HEAD:refs/tags/stable-9');
    expect((await asked('--next', 'v1.0.1')).reasons).toEqual([]);
    // Without an answer of the origin a whole clone says what there was.
    await git('config', '--unset', `url.${scratch}/.insteadOf`);
    await git('config', `url.${scratch}/gone/.insteadOf`, 'https://github.com/');
    expect((await asked('--next', 'v1.0.1')).reasons.join()).toContain(missing);
    await git('update-ref', 'refs/tags/stable-9', 'HEAD');
    expect((await asked('--next', 'v1.0.1')).reasons).toEqual([]);
  });
});

test('refuses what was skipped, what was left out and what is only warned of', async () => {
  await released(async ({ checked, asked, edit, root }) => {
    edit('start.sh', /^(set -e[^\n]*\n)/m, 'set -euo pipefail\nexport LISTED=$(ls)\n');
    mkdirSync(join(root, 'workflows/other'), { recursive: true });
    writeFileSync(
      join(root, 'workflows/other/workflow.yaml'),
      'jobs:\n  one:\n    steps:\n      - uses: somebody/unknown\n',
    );
    await checked();
    const { status, reasons } = await asked('--next', 'v1.0.1');
    expect(status).toBe(1);
    expect(reasons.join('\n')).toMatch(/\d+ errors? (?:and|or) warnings? found/);
    expect(reasons.join('\n')).toMatch(
      /"other" \(controller\) was (?:skipped|not run)|the run of "other" .* failed/,
    );
    await commitAll(root, 'same');
    mkdirSync(join(root, 'workflows/third'), { recursive: true });
    writeFileSync(
      join(root, 'workflows/third/workflow.yaml'),
      'jobs:\n  one:\n    steps:\n      - run: echo\n',
    );
    await commitAll(root, 'third');
    expect((await asked('--next', 'v1.0.1')).reasons.join('\n')).toContain('"third" was not checked');
  });
});

test.each<[readonly string[], RegExp]>([
  [['--next', 'one'], /"one" is no version: expected one such as 1\.2\.3/],
  [['--baseline', 'known.json'], /"gate" does not know --baseline/],
  [['--report', 'nope.json'], /"nope\.json" cannot be read/],
  [['--report', 'README.md'], /"README\.md" is no report/],
  [['workflows/hello-world/workflow.yaml'], /checks a whole repository/],
  [['--shard', '1/2', '--bsae', 'v1'], /unknown option "--bsae": did you mean "--base"\?/],
])('%j is a wrong request', async (words, message) => {
  await inScratch(async (scratch) => {
    const root = copyExamples(scratch, ['hello-world']);
    writeFileSync(join(root, 'README.md'), '# x\n');
    const ended = await runCli(root, ['gate', ...words]);
    expect([ended.status, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toMatch(message);
  });
});
