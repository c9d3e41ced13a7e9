import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/program.ts';
import { fakeStreams } from './fake-streams.ts';

// Six workflows, a third of them with a fault, and some of which something is known by another only: who calls it, who
// passes a name to it, who sets its variable, whose script reads the form.

const called = (more = '') => `sessions: {session: {}}
jobs:
  a:
    steps:
      - run: bash start.sh "\${{ inputs.name }}"
on:
  execute:
    inputs:
      name: {type: string, hidden: true}
${more}`;

const related: Readonly<Record<string, string>> = {
  'passed/workflow.yaml': 'jobs: {a: {steps: [{run: \'echo "${{ inputs.token }} ${{ inputs.other }}"\'}]}}\n',
  'passing/workflow.yaml':
    'jobs:\n  a:\n    steps:\n      - uses: marketplace/passed/v1\n        with:\n          token: x\n',
  'passing-more/workflow.yaml': 'jobs: {a: {steps: [{uses: workflow/passed, with: {some: x, other: y}}]}}\n',
  'called/workflow.yaml': called('      unread: {type: string, default: a}\n'),
  'not-called/workflow.yaml': called(),
  'calling/workflow.yaml':
    'jobs: {a: {steps: [{uses: github/org/repo, with: {\n  $yaml: called/workflow.yaml}}]}}\n',
  'reading/workflow.yaml': 'jobs: {a: {steps: [{run: bash start.sh}]}}\n',
  'reading/start.sh': 'echo "$PW_INPUT_UNREAD"\n',
  'using/workflow.yaml': 'jobs: {a: {steps: [{run: echo "$PW_PARENT_JOBDIR" "$PW_JOB_IDD"}]}}\n',
  'setting/workflow.yaml': 'jobs: {a: {env: {PW_PARENT_JOBDIR: /tmp}, steps: [{run: bash start.sh}]}}\n',
  'setting-more/workflow.yaml': 'jobs: {a: {steps: [{run: bash start.sh}]}}\n',
  'setting-more/start.sh': 'export PW_JOB_IDD=1\n',
};

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shards-'));
  cpSync('examples/utils', join(root, 'utils'), { recursive: true });
  for (let index = 0; index < 6; index++) {
    const folder = join(root, `workflows/w${index}`);
    cpSync('examples/workflows/hello-world', folder, { recursive: true });
    const file = join(folder, 'workflow.yaml');
    const text = readFileSync(file, 'utf8').replaceAll('workflows/hello-world', `workflows/w${index}`);
    writeFileSync(file, index % 3 === 0 ? text.replace('inputs.resource.id', 'inputs.resorce.id') : text);
  }
  for (const [path, text] of Object.entries(related)) {
    mkdirSync(join(root, 'workflows', path, '..'), { recursive: true });
    writeFileSync(join(root, 'workflows', path), text);
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function run(...words: readonly string[]) {
  const { streams, seen } = fakeStreams();
  const status = await main(words, streams);
  return { status, ...seen };
}

test('a check in five parts, put together, is the whole check byte by byte', async () => {
  writeFileSync(
    join(root, '.pw-workflow-check.yaml'),
    'workflows-settings: {zz: {timeout: 1m}, yy: {timeout: 1m}}\n',
  );
  const whole = await run('lint', root, '--format', 'json', '--quiet');
  const files: string[] = [];
  for (let index = 1; index <= 5; index++) {
    const part = await run('lint', root, '--format', 'json', '--quiet', '--shard', `${index}/5`);
    const file = join(root, `part-${index}.json`);
    writeFileSync(file, part.out);
    files.push(file);
  }
  expect(whole.status).toBe(1);
  const merged = await run('merge', ...files, '--format', 'json', '--quiet');
  expect(merged.out).toBe(whole.out);
});

test('a setting or a demand for a workflow of another part is no mistake', async () => {
  writeFileSync(
    join(root, '.pw-workflow-check.yaml'),
    'workflows-settings: {w3: {timeout: 1m}, w33: {timeout: 1m}}\n',
  );
  for (const shard of ['1/8', '2/8']) {
    const part = await run('lint', root, '--format', 'json', '--shard', shard);
    expect(JSON.parse(part.out).remarks).toEqual([
      expect.stringContaining('"workflows-settings" names "w33", and no workflow is called so'),
    ]);
  }
});

test('what earlier runs took decides who gets what, and a file that is no report is refused', async () => {
  const report = JSON.parse((await run('lint', root, '--format', 'json')).out);
  const [one] = report.workflows;
  const took = (path: string, ms: number) => ({
    workflow: 'w',
    path,
    mode: 'controller',
    scenario: 'default',
    outcome: 'passed',
    observations: [],
    coordination: [],
    phases: [{ phase: 'start', ms }],
    jobs: [],
    leftovers: [],
    fidelity: [],
    log: [],
  });
  const times = join(root, 'times.json');
  const planned = async (shard: string) =>
    JSON.parse(
      (await run('check', root, '--plan', '--format', 'json', '--shard', shard, '--times', times)).out,
    );
  writeFileSync(
    times,
    JSON.stringify({
      ...report,
      runs: report.workflows.map((each: { path: string }) =>
        took(each.path, each.path === one.path ? 60_000 : 10),
      ),
    }),
  );
  expect((await planned('1/2')).length).toBe(1);
  const refused = await run('check', root, '--shard', '1/2', '--times', join(root, 'utils/wait_service.sh'));
  expect([refused.status, refused.err]).toEqual([2, expect.stringContaining('is no report')]);
});
