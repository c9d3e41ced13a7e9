import { readFileSync } from 'node:fs';
import { checkedCommit } from '../../src/app/changes/git.ts';
import { check } from '../../src/app/check.ts';
import { listWorkflows } from '../../src/app/list.ts';
import type { OptionWords } from '../../src/app/option-table.ts';
import { plan } from '../../src/app/plan.ts';
import { readRequest } from '../../src/app/request.ts';
import type { World } from '../../src/app/world.ts';
import { fakeWorld } from './fake-world.ts';

const workflow = readFileSync('examples/workflows/hello-world/workflow.yaml', 'utf8');
const start = readFileSync('examples/workflows/hello-world/start.sh', 'utf8');
const good = {
  'workflows/hello-world/workflow.yaml': workflow,
  'workflows/hello-world/start.sh': start,
  'utils/wait_service.sh': readFileSync('examples/utils/wait_service.sh', 'utf8'),
};

/** A world whose ShellCheck has one remark on every script, and that counts how often it was asked. */
function shellcheckWorld(code: number, configuration = '') {
  const asked: string[] = [];
  const world = fakeWorld({ ...good, '.pw-workflow-check.yaml': configuration }, (command, words) => {
    if (command !== 'shellcheck') return undefined;
    asked.push(words.join(' '));
    if (words[0] === '--version') return { stdout: 'ShellCheck\nversion: 0.11.0\n' };
    const file = words.find((word) => word.endsWith('start.sh')) ?? '';
    const place = { line: 1, endLine: 1, column: 1, endColumn: 2 };
    return {
      status: 1,
      stdout: JSON.stringify({
        comments: [{ file, ...place, level: 'warning', code, message: 'words', fix: null }],
      }),
    };
  });
  return { world, asked };
}

const quiet = { say: () => {}, watch: () => {} };

function requestOf(
  command: 'check' | 'lint' | 'run',
  options: OptionWords = {},
  paths: readonly string[] = [],
) {
  const answer = readRequest({ command, paths, options });
  if (answer.kind === 'refused') throw new Error(answer.message);
  return answer.request;
}

async function lint(world: World, options: OptionWords = {}, paths: readonly string[] = []) {
  const answer = await check(requestOf('lint', options, paths), world, quiet, new AbortController());
  if (answer.kind === 'refused') throw new Error(answer.message);
  return answer.report;
}

async function refusal(world: World, options: OptionWords = {}, paths: readonly string[] = []) {
  const answer = await check(requestOf('lint', options, paths), world, quiet, new AbortController());
  return answer.kind === 'refused' ? answer.message : undefined;
}

test('a workflow without faults passes', async () => {
  const report = await lint(fakeWorld(good));
  expect(report.diagnostics).toEqual([]);
  expect(report.workflows).toEqual([
    { name: 'hello-world', path: 'workflows/hello-world/workflow.yaml', outcome: 'passed' },
  ]);
});

test('a fault is an error of its workflow, with the text that it points into', async () => {
  const broken = workflow.replace('The session is ready', '${{ inputs.helo }}');
  const report = await lint(fakeWorld({ ...good, 'workflows/hello-world/workflow.yaml': broken }));
  expect(report.diagnostics.map((one) => [one.rule, one.severity])).toEqual([['undeclared-input', 'error']]);
  expect(report.workflows[0]?.outcome).toBe('failed');
  expect(report.files.get('workflows/hello-world/workflow.yaml')?.text).toBe(broken);
});

test('a missing ShellCheck is told, not passed over', async () => {
  expect((await lint(fakeWorld(good))).remarks.join('\n')).toMatch(/shellcheck is not installed/i);
});

test.each<[string, Readonly<Record<string, string>>, OptionWords, readonly string[], RegExp]>([
  ['no workflow', { 'README.md': '' }, {}, [], /^no workflow found in \/repo: expected /],
  ['no such path', good, {}, ['nope'], /^no such file or folder: "nope", and no workflow has this name$/],
  ['an unknown rule', good, { only: ['undeclared-imput'] }, [], /did you mean "undeclared-input"\?$/],
  ['no such configuration', good, { config: ['x.yaml'] }, [], /^the configuration "x.yaml" cannot be read/],
  [
    'a faulty configuration',
    { ...good, '.pw-workflow-check.yaml': 'ruels: {}\n' },
    {},
    [],
    /^\.pw-workflow-check\.yaml:1:1: .*"rules"/,
  ],
])('%s is a wrong request', async (_, files, options, paths, message) => {
  expect(await refusal(fakeWorld(files), options, paths)).toMatch(message);
});

test('workflows that stand elsewhere are found by their content, and that is said', async () => {
  const said: string[] = [];
  const files = { 'a/general.yaml': workflow, 'b/general.yaml': workflow, 'b/values.yaml': 'jobs: 3\n' };
  const answer = await listWorkflows(requestOf('lint', {}), fakeWorld(files), (sentence) =>
    said.push(sentence),
  );
  expect(answer).toEqual({
    kind: 'list',
    remarks: [],
    workflows: [
      { name: 'a-general', path: 'a/general.yaml' },
      { name: 'b-general', path: 'b/general.yaml' },
    ],
  });
  expect(said).toEqual([
    'nothing is at workflows/*/workflow.{yaml,yml}: 2 workflows found by their content (a/general.yaml, b/general.yaml)',
  ]);
});

test('files that the configuration does not name are not searched for', async () => {
  const files = { 'a/general.yaml': workflow, '.pw-workflow-check.yaml': 'workflows: ["yamls/*.yaml"]\n' };
  expect(await refusal(fakeWorld(files), {}, [])).toMatch(
    /^no workflow found in \/repo: expected yamls\/\*\.yaml;/,
  );
});

test('shards part the workflows among them', async () => {
  const files = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e'].map((name) => [`workflows/${name}/workflow.yaml`, workflow]),
  );
  const names = async (shard: string) => {
    const answer = await listWorkflows(requestOf('lint', { shard: [shard] }), fakeWorld(files), () => {});
    return answer.kind === 'list' ? answer.workflows.map((one) => one.name) : [];
  };
  expect([await names('1/2'), await names('2/2')]).toEqual([
    ['a', 'c', 'e'],
    ['b', 'd'],
  ]);
});

test('every scenario file is a run of its own', async () => {
  const answer = await plan(
    requestOf('check', { mode: ['controller', 'slurm'] }),
    fakeWorld({
      ...good,
      'workflows/hello-world/ci/short.yaml': 'hello: {message: Hi}\n',
      'workflows/hello-world/ci/long-inputs.yaml': 'hello: {message: Good day}\n',
    }),
  );
  if (answer.kind === 'refused') throw new Error(answer.message);
  expect(
    answer.plans.map((one) => [
      one.scenario,
      one.mode,
      one.inputs.find((input) => input.name === 'hello.message')?.value,
    ]),
  ).toEqual([
    ['long', 'controller', 'Good day'],
    ['long', 'slurm', 'Good day'],
    ['short', 'controller', 'Hi'],
    ['short', 'slurm', 'Hi'],
  ]);
});

test('values of the command line stand above those of a scenario', async () => {
  const answer = await plan(requestOf('check', { input: ['hello.message=Mine'] }), fakeWorld(good));
  if (answer.kind === 'refused') throw new Error(answer.message);
  expect(answer.plans[0]?.inputs).toContainEqual({ name: 'hello.message', value: 'Mine' });
});

test('an unknown scenario is refused', async () => {
  expect(await plan(requestOf('check', { scenario: ['nope'] }), fakeWorld(good))).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('"nope"'),
  });
});

test('a workflow with errors is not started, and the reason is told', async () => {
  const broken = workflow.replace('The session is ready', '${{ inputs.helo }}');
  const world = fakeWorld({ ...good, 'workflows/hello-world/workflow.yaml': broken });
  const answer = await check(requestOf('check'), world, quiet, new AbortController());
  if (answer.kind === 'refused') throw new Error(answer.message);
  expect(answer.report.runs.map((run) => [run.outcome, run.skipped])).toEqual([
    ['skipped', 'not started: 1 fault must be repaired first'],
  ]);
  expect(answer.report.faults).toEqual([]);
});

test('an engine that breaks is a fault of ours, never an exception', async () => {
  const answer = await check(requestOf('check'), fakeWorld(good), quiet, new AbortController());
  if (answer.kind === 'refused') throw new Error(answer.message);
  expect(answer.report.faults).toMatchObject([
    { kind: 'internal', message: 'the run of "hello-world" broke: nothing runs in this test' },
  ]);
});

test('the commit is recorded only when nothing was changed', async () => {
  const commit = 'a'.repeat(40);
  const world = (status: string) =>
    fakeWorld({}, (_, words) => ({ stdout: words.includes('rev-parse') ? `${commit}\n` : status }));
  expect(await checkedCommit(world(''))).toBe(commit);
  expect(await checkedCommit(world(' M a.txt\n'))).toBeUndefined();
  expect(await checkedCommit(fakeWorld({}))).toBeUndefined();
});

describe('what is taken over from ShellCheck', () => {
  const codes = (report: { readonly diagnostics: readonly { readonly rule: string }[] }) => [
    ...new Set(report.diagnostics.map(({ rule }) => rule).filter((rule) => rule.startsWith('shellcheck/'))),
  ];

  test('it is not started for a rule of ours', async () => {
    const { world, asked } = shellcheckWorld(2034);
    await lint(world, { only: ['undeclared-input'] });
    expect(asked).toEqual([]);
    await lint(world, { only: ['SC2070'] });
    expect(asked.length).toBeGreaterThan(0);
  });

  test('what nobody acts on is shown by "profile: all", by a level and by name', async () => {
    expect(codes(await lint(shellcheckWorld(2164).world))).toEqual([]);
    for (const configuration of [
      'shellcheck:\n  profile: all\n',
      'rules:\n  SC2164: warning\n',
      'overrides:\n  - paths: ["**"]\n    rules: { shellcheck/SC2164: note }\n',
    ]) {
      expect(codes(await lint(shellcheckWorld(2164, configuration).world))).toEqual(['shellcheck/SC2164']);
    }
    expect(codes(await lint(shellcheckWorld(2164).world, { only: ['SC2164'] }))).toEqual([
      'shellcheck/SC2164',
    ]);
    expect(codes(await lint(shellcheckWorld(2164, 'shellcheck:\n  profile: usual\n').world))).toEqual([]);
  });
});
