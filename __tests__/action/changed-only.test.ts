import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findOut } from '../../src/action/find-out.ts';
import { main } from '../../src/action/program.ts';
import { fakeStep } from './fake-step.ts';
import { githubServer } from './github-server.ts';

// Two workflows, each with a finding and something to run. The change touches one of them.

const workflow = 'jobs:\n  main:\n    steps:\n      - run: echo "${{ inputs.nothing }}"\n';
const neverSeen = 'd'.repeat(40);

let workspace = '';
let before = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'changed-only-'));
  git('init', '-q', '-b', 'main');
  write('workflows/touched/workflow.yaml', workflow);
  write('workflows/other/workflow.yaml', workflow);
  before = commit();
  write('workflows/touched/workflow.yaml', `${workflow}      - run: echo more\n`);
  commit();
});
afterEach(() => {
  rmSync(workspace, { recursive: true, force: true });
});

function git(...words: readonly string[]): string {
  return execFileSync('git', ['-C', workspace, '-c', 'user.name=n', '-c', 'user.email=e@x', ...words], {
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

function commit(): string {
  git('add', '-A');
  git('commit', '-q', '-m', 'change');
  return git('rev-parse', 'HEAD');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), text);
}

interface Event {
  readonly name: string;
  readonly payload: object;
}

const side = (sha: string) => ({ sha, repo: { full_name: 'o/r' } });
const events = {
  pullRequest: (base = before): Event => ({
    name: 'pull_request',
    payload: { pull_request: { number: 7, head: side(git('rev-parse', 'HEAD')), base: side(base) } },
  }),
  mergeGroup: (): Event => ({
    name: 'merge_group',
    payload: { merge_group: { base_sha: before, head_sha: git('rev-parse', 'HEAD') } },
  }),
  push: (ref = 'refs/heads/main', since = before): Event => ({
    name: 'push',
    payload: { ref, before: since },
  }),
  byHand: (): Event => ({ name: 'workflow_dispatch', payload: {} }),
};

interface Report {
  readonly diagnostics: readonly { readonly rule: string; readonly workflow?: string }[];
  readonly runs: readonly { readonly workflow: string }[];
  readonly remarks: readonly string[];
}

/** Carries the action out and gives its exit status and what was seen of it. */
async function carriedOut(
  event: Event,
  inputs: Readonly<Record<string, string>>,
  server: typeof globalThis.fetch | undefined,
) {
  const payload = join(workspace, '.git/event.json');
  writeFileSync(payload, JSON.stringify(event.payload));
  const environment = {
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_SHA: git('rev-parse', 'HEAD'),
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: payload,
    RUNNER_TEMP: join(workspace, '.git/temp'),
    INPUT_COMMAND: 'check',
    ...inputs,
  };
  const { step, seen } = fakeStep(environment, server);
  return { status: await main(step, findOut), seen };
}

/** Which of the workflows were linted and which were run, and what the report remarks on that. */
async function checked(
  event: Event,
  inputs: Readonly<Record<string, string>> = {},
  server: typeof globalThis.fetch | undefined = undefined,
) {
  const { seen } = await carriedOut(event, inputs, server);
  const report: Report = JSON.parse(readFileSync(seen.outputs['report'] ?? '', 'utf8'));
  const names = (all: readonly (string | undefined)[]) => [...new Set(all)].sort();
  return {
    linted: names(
      report.diagnostics.filter(({ rule }) => rule === 'undeclared-input').map((one) => one.workflow),
    ),
    run: names(report.runs.map((one) => one.workflow)),
    remarks: report.remarks.filter((one) => /change|everything is checked/.test(one)),
  };
}

const both = ['other', 'touched'];
const touched = ['touched'];
const notRun = ['1 workflow not run: the change does not concern it'];
const notChecked = ['1 workflow not checked: the change does not concern it'];

describe('what waits to be merged', () => {
  test.each(['pullRequest', 'mergeGroup'] as const)(
    'is linted as a whole and run where it changed, and the report says so (%s)',
    async (event) => {
      expect(await checked(events[event]())).toEqual({ linted: both, run: touched, remarks: notRun });
    },
  );
  test('is linted as a whole when nothing is to be run', async () => {
    const found = await checked(events.pullRequest(), { INPUT_COMMAND: 'lint' });
    expect(found).toEqual({ linted: both, run: [], remarks: [] });
  });
  test('is checked where it changed only, when that is asked for', async () => {
    const found = await checked(events.pullRequest(), { INPUT_CHANGED_ONLY: 'true' });
    expect(found).toEqual({ linted: touched, run: touched, remarks: notChecked });
  });
  test('is checked whole, when that is asked for', async () => {
    const found = await checked(events.pullRequest(), { INPUT_CHANGED_ONLY: 'false' });
    expect(found).toEqual({ linted: both, run: both, remarks: [] });
  });
  test('is checked whole when nobody knows what changed', async () => {
    expect(await checked(events.pullRequest(neverSeen))).toEqual({
      linted: both,
      run: both,
      remarks: ['everything is checked: the base of the pull request could not be fetched'],
    });
  });
});

describe('a scenario', () => {
  test.each(['auto', 'true', 'false'])('that no workflow has is refused (changed-only: %s)', async (word) => {
    const inputs = { INPUT_SCENARIO: 'bgi', INPUT_CHANGED_ONLY: word };
    const { status, seen } = await carriedOut(events.pullRequest(), inputs, undefined);
    expect([status, seen.outputs['outcome']]).toEqual([2, 'error']);
  });
  test('that only a workflow has which the change does not concern is none that is misspelt', async () => {
    write('workflows/other/ci/big.yaml', '{}\n');
    commit();
    write('workflows/touched/workflow.yaml', `${workflow}      - run: echo even more\n`);
    const last = git('rev-parse', 'HEAD');
    commit();
    const { status } = await carriedOut(events.pullRequest(last), { INPUT_SCENARIO: 'big' }, undefined);
    expect(status).not.toBe(2);
  });
});

test('the gate takes no baseline', async () => {
  const inputs = { INPUT_COMMAND: 'gate', INPUT_BASELINE: 'known.json' };
  const { status, seen } = await carriedOut(events.byHand(), inputs, undefined);
  expect([status, seen.outputs['outcome']]).toEqual([2, 'error']);
});

describe('what the server knows of a pull request', () => {
  const server = (filename: string) =>
    githubServer(({ path }) =>
      path.endsWith('/pulls/7/files')
        ? { status: 200, body: [{ filename, patch: '@@ -1 +1 @@\n-a\n+b' }] }
        : { status: 404 },
    ).fetch;

  test('takes the place of a history that is not here', async () => {
    const found = await checked(
      events.pullRequest(neverSeen),
      { INPUT_TOKEN: 't' },
      server('workflows/other/workflow.yaml'),
    );
    expect(found).toEqual({ linted: both, run: ['other'], remarks: notRun });
  });
  test('is seen from the folder that is checked', async () => {
    write('part/workflows/inner/workflow.yaml', workflow);
    write('part/workflows/still/workflow.yaml', workflow);
    commit();
    const found = await checked(
      events.pullRequest(neverSeen),
      { INPUT_TOKEN: 't', INPUT_PATH: 'part' },
      server('part/workflows/inner/workflow.yaml'),
    );
    expect(found).toEqual({ linted: ['inner', 'still'], run: ['inner'], remarks: notRun });
  });
});

describe('what was pushed or is asked for by hand', () => {
  test.each([
    ['a push', () => events.push()],
    ['a run by hand', () => events.byHand()],
  ])('is checked whole: %s', async (_, event) => {
    expect(await checked(event())).toEqual({ linted: both, run: both, remarks: [] });
  });
  test('is checked where a push changed it only, when that is asked for', async () => {
    const found = await checked(events.push(), { INPUT_CHANGED_ONLY: 'true' });
    expect(found).toEqual({ linted: touched, run: touched, remarks: notChecked });
  });
  test.each([
    ['a tag is checked whole', () => events.push('refs/tags/v1.0.0')],
    ['the branch is new', () => events.push('refs/heads/new', '0'.repeat(40))],
    ['the event "workflow_dispatch" is about no change', () => events.byHand()],
    ['the commit dddddddddddd could not be fetched', () => events.push('refs/heads/main', neverSeen)],
  ])('is checked whole all the same: %s', async (why, event) => {
    const found = await checked(event(), { INPUT_CHANGED_ONLY: 'true' });
    expect(found).toEqual({ linted: both, run: both, remarks: [`everything is checked: ${why}`] });
  });
});
