import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FindOut, findOut } from '../../src/action/find-out.ts';
import { main } from '../../src/action/program.ts';
import { fakeStep } from './fake-step.ts';
import { githubServer } from './github-server.ts';

let workspace = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'action-'));
  cpSync('examples/workflows/hello-world', join(workspace, 'workflows/hello-world'), { recursive: true });
  cpSync('examples/utils', join(workspace, 'utils'), { recursive: true });
});
afterEach(() => {
  rmSync(workspace, { recursive: true, force: true });
});

function breakIt(): void {
  const path = join(workspace, 'workflows/hello-world/workflow.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('The session is ready', '${{ inputs.helo }}'));
}

function run(inputs: Readonly<Record<string, string>> = {}, more: Readonly<Record<string, string>> = {}) {
  const { step, seen } = fakeStep({
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_SHA: 'c'.repeat(40),
    GITHUB_EVENT_NAME: 'push',
    RUNNER_TEMP: join(workspace, 'temp'),
    INPUT_COMMAND: 'lint',
    ...inputs,
    ...more,
  });
  return main(step, findOut).then((status) => ({ status, seen }));
}

test('a good repository passes, with outputs and a summary', async () => {
  const { status, seen } = await run();
  expect(seen.failures).toEqual([]);
  expect(status).toBe(0);
  expect(seen.outputs).toMatchObject({
    outcome: 'passed',
    errors: '0',
    workflows: '1',
    'failed-workflows': '[]',
    'release-ready': 'false',
  });
  expect(seen.summary).toContain('## ✅ pw-workflow-check');
  const report = JSON.parse(readFileSync(seen.outputs['report'] ?? '', 'utf8'));
  expect(report.summary.workflows).toBe(1);
});

test('the page says where it comes from: the branch of the pull request, the programs and the inputs', async () => {
  await run(
    { INPUT_HTML_FILE: 'page.html', INPUT_TOKEN: 'hunter2', INPUT_FAIL_ON: 'warning' },
    { GITHUB_HEAD_REF: 'their-work', GITHUB_REF_NAME: '7/merge' },
  );
  const page = readFileSync(join(workspace, 'page.html'), 'utf8');
  const end = page.slice(page.indexOf('<details class="card provenance">'));
  for (const words of ['their-work', process.versions.node, 'bash', 'command: lint, fail-on: warning']) {
    expect(end).toContain(words);
  }
  expect(page).not.toContain('hunter2');
});

test('a bad repository fails with an annotation at the place, and the summary links to the line', async () => {
  breakIt();
  const { status, seen } = await run();
  expect(status).toBe(1);
  expect(seen.outputs).toMatchObject({
    outcome: 'failed',
    errors: '1',
    'failed-workflows': '["hello-world"]',
  });
  expect(seen.failures).toEqual(['1 workflow: 1 failed; 1 error, 0 warnings, 0 notes']);
  const [annotation] = seen.log.split('\n').filter((line) => line.startsWith('::'));
  expect(annotation).toMatch(
    /^::error title=undeclared-input,file=workflows\/hello-world\/workflow\.yaml,line=\d+,/,
  );
  expect(seen.summary).toMatch(
    new RegExp(`https://github.com/o/r/blob/${'c'.repeat(40)}/workflows/hello-world/workflow.yaml#L\\d+`),
  );
});

test('workflows under names of their own are found by their content', async () => {
  rmSync(join(workspace, 'workflows'), { recursive: true });
  const text = "'on': {execute: {inputs: {}}}\njobs: {a: {needs: [b], steps: [{run: date}]}}\n";
  writeFileSync(join(workspace, 'v1.yaml'), text);
  const { status, seen } = await run();
  expect([status, seen.outputs['failed-workflows']]).toEqual([1, '["v1"]']);
  expect(seen.log).toContain('1 workflow found by its content (v1.yaml)');
});

/** Finds what there is to find, and a gate that is closed. */
const closedGate: FindOut = async (order, say, interruption) => {
  const found = await findOut({ ...order, command: 'lint' }, say, interruption);
  if (found.kind !== 'found') return found;
  return { ...found, document: { ...found.document, gate: { ready: false, reasons: ['no tag here'] } } };
};

test('a closed gate is green nowhere, though nothing is wrong with the workflows', async () => {
  const { fetch, requests } = githubServer(({ method }) =>
    method === 'GET' ? { status: 200, body: [] } : { status: 201, body: { id: 1 } },
  );
  const event = join(workspace, 'event.json');
  const side = { sha: 'b'.repeat(40), repo: { full_name: 'o/r' } };
  writeFileSync(event, JSON.stringify({ pull_request: { number: 7, head: side, base: side } }));
  const { step, seen } = fakeStep(
    {
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      RUNNER_TEMP: join(workspace, 'temp'),
      INPUT_COMMAND: 'gate',
      INPUT_CHECK_RUN: 'true',
      INPUT_COMMENT: 'on-failure',
      INPUT_TOKEN: 't',
    },
    fetch,
  );
  expect(await main(step, closedGate)).toBe(1);
  expect(seen.failures).toEqual(['not ready for a release: no tag here']);
  expect(seen.outputs).toMatchObject({ outcome: 'failed', errors: '0', 'release-ready': 'false' });
  expect(seen.summary).toMatch(/^## ❌ /);
  const sent = requests.filter(({ method }) => method === 'POST');
  expect(sent.map(({ path }) => path.split('/').at(-1))).toEqual(['check-runs', 'comments']);
  expect(sent[0]?.body).toMatchObject({ conclusion: 'failure' });
});

test('the files that are asked for are written', async () => {
  const { seen } = await run({
    INPUT_SARIF_FILE: 'out/report.sarif',
    INPUT_JUNIT_FILE: 'out/report.xml',
    INPUT_HTML_FILE: 'out/report.html',
    INPUT_JSON_FILE: 'out/report.json',
  });
  for (const name of ['report.sarif', 'report.xml', 'report.html', 'report.json']) {
    expect([name, existsSync(join(workspace, 'out', name))]).toEqual([name, true]);
  }
  expect(seen.outputs['sarif']).toBe(join(workspace, 'out/report.sarif'));
});

test.each([
  [{ INPUT_COMMAND: 'lnit' }, /the input "command" does not take "lnit"/],
  [{ INPUT_FAIL_ON: 'eror' }, /did you mean "error"\?/],
  [{ INPUT_PATH: 'nope' }, /no such file or folder: "nope"/],
  [{ INPUT_CONFIG: 'nope.yaml' }, /"nope.yaml" cannot be read/],
])('%j is a wrong request', async (inputs, message) => {
  const { status, seen } = await run(inputs);
  expect(status).toBe(2);
  expect(seen.outputs['outcome']).toBe('error');
  expect(seen.failures.join()).toMatch(/^the request is wrong: /);
  expect(seen.failures.join()).toMatch(message);
  expect(seen.summary).toMatch(/^## 💥 pw-workflow-check\n\n> the request is wrong: /);
});

test('a file that cannot be written is in the summary, and never green', async () => {
  writeFileSync(join(workspace, 'file'), '');
  const { status, seen } = await run({ INPUT_SARIF_FILE: 'file/report.sarif' });
  expect([status, seen.outputs['outcome']]).toEqual([2, 'error']);
  expect(seen.failures.join()).toMatch(/^file\/report\.sarif cannot be written: /);
  expect(seen.summary).toMatch(/report\.sarif cannot be written/);
});

test.each([
  ['darwin', 'macOS'],
  ['win32', 'Windows'],
])('on %s linting works, and one sentence says that nothing was run', async (platform, name) => {
  const at = (command: string) => {
    const { step, seen } = fakeStep({
      GITHUB_WORKSPACE: workspace,
      INPUT_COMMAND: command,
      RUNNER_TEMP: join(workspace, 'temp'),
    });
    return main({ ...step, platform }, findOut).then((status) => ({ status, seen }));
  };
  const checked = await at('check');
  expect(checked.status).toBe(0);
  expect(checked.seen.summary).toContain(`runs need Linux, and this is ${name}: nothing was run`);
  const refused = await at('run');
  expect(refused.status).toBe(2);
  expect(refused.seen.failures).toEqual([
    `the request is wrong: runs need Linux, and this is ${name}: "lint" works here`,
  ]);
  expect((await at('lint')).seen.summary).not.toContain(name);
});

test('outputs that are lost are one sentence', async () => {
  const { step, seen } = fakeStep({
    GITHUB_WORKSPACE: workspace,
    INPUT_COMMAND: 'lint',
    RUNNER_TEMP: join(workspace, 'temp'),
  });
  expect(await main({ ...step, output: () => 'the outputs are lost' }, findOut)).toBe(0);
  expect(seen.log.match(/the outputs are lost/g)).toHaveLength(1);
});

test('under pull_request_target nothing is run, and the report says so', async () => {
  const { status, seen } = await run(
    { INPUT_COMMAND: 'check' },
    { GITHUB_EVENT_NAME: 'pull_request_target' },
  );
  expect(status).toBe(0);
  expect(seen.summary).toContain('nothing was run');
  const refused = await run({ INPUT_COMMAND: 'run' }, { GITHUB_EVENT_NAME: 'workflow_run' });
  expect(refused.status).toBe(2);
});

test('what cannot be published is told, and the verdict stays', async () => {
  const event = join(workspace, 'event.json');
  const side = { sha: 'b'.repeat(40), repo: { full_name: 'o/r' } };
  writeFileSync(event, JSON.stringify({ pull_request: { number: 7, head: side, base: side } }));
  const { status, seen } = await run(
    {
      INPUT_CHECK_RUN: 'true',
      INPUT_COMMENT: 'always',
      INPUT_SUGGESTIONS: 'true',
      INPUT_TOKEN: 't',
      INPUT_CHANGED_ONLY: 'false',
    },
    { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event },
  );
  expect(status).toBe(0);
  expect(seen.summary).toContain('the check run was not made');
  expect(seen.summary).toContain('the comment was not written');
});

test('the pull request of a fork is not even asked to write', async () => {
  const event = join(workspace, 'event.json');
  const side = (name: string) => ({ sha: 'b'.repeat(40), repo: { full_name: name } });
  writeFileSync(event, JSON.stringify({ pull_request: { number: 7, head: side('x/r'), base: side('o/r') } }));
  const { seen } = await run(
    { INPUT_COMMENT: 'always', INPUT_TOKEN: 't', INPUT_CHANGED_ONLY: 'false' },
    { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event },
  );
  expect(seen.summary).toContain('the token of a pull request from a fork may not write');
});

test('with annotations off and no summary the log still tells', async () => {
  breakIt();
  const { seen } = await run({ INPUT_ANNOTATIONS: 'none', INPUT_SUMMARY: 'false' });
  expect(seen.summary).toBe('');
  expect(seen.log).not.toMatch(/^::/m);
  expect(seen.log).toContain('| workflows/hello-world/workflow.yaml:');
});

test('a publisher that throws is one sentence, and a job with debug logging shows where', async () => {
  for (const [debug, expected] of [
    ['0', expect.not.stringContaining('brokenSummary')],
    ['1', expect.stringMatching(/^\| {5}at .*brokenSummary .*program\.test\.ts:\d+:\d+\)$/m)],
  ]) {
    const { step, seen } = fakeStep({
      GITHUB_WORKSPACE: workspace,
      INPUT_COMMAND: 'lint',
      RUNNER_TEMP: join(workspace, 'temp'),
      RUNNER_DEBUG: debug,
    });
    const brokenSummary = (): never => {
      throw new Error('it is broken\nand more');
    };
    expect(await main({ ...step, summarise: brokenSummary }, findOut)).toBe(3);
    expect(seen.failures).toEqual(['pw-workflow-check itself failed: it is broken']);
    expect(seen.log).toEqual(expected);
    expect(seen.outputs).toMatchObject({ outcome: 'error' });
  }
});
