import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/program.ts';
import { fakeStreams } from './fake-streams.ts';

let folder = '';
const start = process.cwd();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  cpSync('examples/workflows/hello-world', join(folder, 'workflows/hello-world'), { recursive: true });
  cpSync('examples/utils', join(folder, 'utils'), { recursive: true });
  // ShellCheck takes most of the time and has tests of its own.
  writeFileSync(join(folder, '.pw-workflow-check.yaml'), 'shellcheck:\n  severity: off\n');
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(start);
  rmSync(folder, { recursive: true, force: true });
});

async function run(...words: readonly string[]) {
  const { streams, seen } = fakeStreams();
  const status = await main(words, streams);
  return { status, ...seen };
}

const workflow = 'workflows/hello-world/workflow.yaml';

function breakIt(): void {
  writeFileSync(
    workflow,
    readFileSync(workflow, 'utf8').replace('The session is ready', '${{ inputs.helo }}'),
  );
}

function git(...words: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=e@x', ...words], { stdio: 'ignore' });
}

test('the version and the help are printed', async () => {
  const { version } = JSON.parse(readFileSync(join(start, 'package.json'), 'utf8'));
  expect(await run('--version')).toEqual({ status: 0, out: `pw-workflow-check ${version}\n`, err: '' });
  expect((await run('--help')).out).toContain('Commands:');
  expect((await run('lint', '--help')).out).toContain('Usage: pw-workflow-check lint [PATH…] [options]');
});

test('a good repository is 0, one with an error is 1', async () => {
  expect(await run('lint')).toMatchObject({
    status: 0,
    out: expect.stringContaining('1 workflow: 1 passed'),
  });
  breakIt();
  const bad = await run('lint');
  expect(bad.status).toBe(1);
  expect(bad.out).toMatch(/^workflows\/hello-world\/workflow\.yaml:\d+:\d+: error: /);
  expect((await run('lint', '--fail-on', 'never')).status).toBe(0);
});

test.each([
  [['lint', '--fromat', 'json'], /unknown option "--fromat": did you mean "--format"\?/],
  [['lint', 'nope'], /no such file or folder: "nope"/],
  [['lint', '--format', 'mermaid'], /--format does not take "mermaid": expected one of pretty/],
  [['lint', '--output', 'josn=x'], /did you mean "json"\?/],
  [['lint', '--output', 'json=/proc/nope/x'], /cannot be written/],
  [['explain', 'undeclared-imput'], /did you mean "undeclared-input"\?/],
  [['schema', 'nope'], /there is no schema "nope"/],
  [['merge'], /merge needs the JSON reports/],
  [['merge', 'utils/wait_service.sh'], /it is not JSON/],
  [['graph', 'nope'], /there is no workflow "nope": expected one of hello-world/],
  [['list', '--shards', '0'], /--shards does not take "0"/],
  [['new', 'Not A Name'], /is no name for a workflow/],
  [['new', 'hello-world'], /workflows\/hello-world is there already/],
  [['wait'], /wait needs --job-dir DIR/],
  [['compare'], /compare needs the revision/],
  [['compare', 'v9'], /there is no revision "v9"/],
  [['gate', workflow], /the gate checks a whole repository/],
  [['gate', '--next', 'soon'], /"soon" is no version/],
])('%j is a wrong request, told on stderr alone', async (words, message) => {
  const { status, out, err } = await run(...words);
  expect(status).toBe(2);
  expect(err).toMatch(message);
  if (!words.includes('--output')) expect(out).toBe('');
});

test('stdout is the chosen format and nothing else', async () => {
  breakIt();
  const report = JSON.parse((await run('lint', '--format', 'json')).out);
  expect(report.summary).toMatchObject({ errors: 1, workflows: 1, failed: 1 });
  expect((await run('lint', '--format', 'github')).out).toMatch(/^::error title=undeclared-input,file=/);
  const lines = (await run('lint', '--format', 'ndjson')).out.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).type)).toEqual(['diagnostic', 'workflow', 'summary']);
});

test('files are written whole, beside what stdout carries', async () => {
  mkdirSync('out');
  const { status } = await run(
    'lint',
    '-o',
    'json=out/r.json',
    '-o',
    'sarif=out/r.sarif',
    '-o',
    'html=out/r.html',
  );
  expect(status).toBe(0);
  expect(readdirSync('out').sort()).toEqual(['r.html', 'r.json', 'r.sarif']);
});

test('reports of shards are merged to one', async () => {
  cpSync('workflows/hello-world', 'workflows/other', { recursive: true });
  for (const shard of ['1/2', '2/2']) {
    await run('lint', '--shard', shard, '-q', '-o', `json=r${shard[0]}.json`);
  }
  const merged = JSON.parse((await run('merge', 'r1.json', 'r2.json', '--format', 'json')).out);
  expect(merged.workflows.map((one: { name: string }) => one.name)).toEqual(['hello-world', 'other']);
});

test('a fix is applied and keeps the mode of the file; a dry run changes nothing', async () => {
  breakIt();
  const before = readFileSync(workflow, 'utf8');
  const dry = await run('lint', '--fix-dry-run');
  expect(readFileSync(workflow, 'utf8')).toBe(before);
  expect(dry.status).toBe(1);
  expect(dry.err).toContain('undeclared-input');
  await run('lint', '--fix-unsafe');
  expect(readFileSync(workflow, 'utf8')).not.toContain('inputs.helo }}');
  expect(statSync('workflows/hello-world/start.sh').mode & 0o111).toBe(
    statSync(join(start, 'examples/workflows/hello-world/start.sh')).mode & 0o111,
  );
});

test('what a dry run prints is a patch and nothing else; the report stands beside it', async () => {
  const text = readFileSync(workflow, 'utf8').trimEnd();
  writeFileSync(workflow, `${text}\n      greeting_again:\n        type: boolean\n        default: "false"`);
  git('init', '-q');
  const dry = await run('lint', '--fix-dry-run');
  execFileSync('git', ['apply', '--check', '-'], { input: dry.out });
  expect(dry.out).toMatch(/^--- a\/workflows/);
  expect(dry.err).toContain('1 workflow:');
});

test('a fault in a script that several workflows source fails each of them, and warnings are named', async () => {
  cpSync('workflows/hello-world', 'workflows/other', { recursive: true });
  writeFileSync('utils/wait_service.sh', 'if true; then\n');
  const { out } = await run('lint', '--only', 'shell-syntax', '--format', 'json');
  const { workflows, summary } = JSON.parse(out);
  expect(workflows.map((one: { outcome: string }) => one.outcome)).toEqual(['failed', 'failed']);
  expect(summary).toMatchObject({ errors: 1, failed: 2, passed: 0 });
});

test('a script that is named alone is judged with the workflow that starts it', async () => {
  const script = 'workflows/hello-world/start.sh';
  expect(await run('lint', script)).toMatchObject({ status: 0 });
  writeFileSync(script, readFileSync(script, 'utf8').replace(/^exec (python3 .*)$/m, '$1 &'));
  const { status, out } = await run('lint', script);
  expect([status, out]).toEqual([1, expect.stringContaining('[script-ends-with-service]')]);
});

test('a workflow with a warning passes with warnings', async () => {
  rmSync('workflows', { recursive: true });
  cpSync(join(start, 'examples/faulty'), 'workflows/faulty', { recursive: true });
  expect((await run('lint')).out).toContain('1 workflow: 1 passed with warnings; 0 errors, 1 warning');
});

test('a dry run shows repairs that guess when they are asked for, and changes nothing', async () => {
  const text = readFileSync(workflow, 'utf8').replace(
    'needs: [wait_for_service]',
    'needs: [wait_for_servise]',
  );
  writeFileSync(workflow, text);
  git('init', '-q');
  expect((await run('lint', '--fix-dry-run')).out).toBe('');
  const dry = await run('lint', '--fix-dry-run', '--fix-unsafe');
  expect(dry.out).toContain('+    needs: [wait_for_service]');
  expect(dry.err).toContain('[unknown-needs]');
  expect(readFileSync(workflow, 'utf8')).toBe(text);
});

describe('a new workflow', () => {
  const placed = async (...words: readonly string[]) => {
    const { out, err } = await run('lint', '--format', 'json', ...words);
    expect(err).not.toContain('fault');
    return JSON.parse(out).diagnostics.map(
      (one: { rule: string; path: string }) => `${one.rule} ${one.path}`,
    );
  };
  const names = ['hello-world', 'notebook', 'desktop', 'proxy', 'container', 'batch', 'endpoint'];

  test.each(names)('from the template %s gives reading nothing to say', async (template) => {
    rmSync('workflows', { recursive: true });
    git('init', '-q', '-b', 'trunk');
    git('remote', 'add', 'origin', 'https://somebody:secret@git.example.org/lab/services.git');
    const { status, out, err } = await run('new', 'my-app', '--template', template);
    expect([status, out]).toEqual([0, expect.stringContaining('workflows/my-app/workflow.yaml')]);
    expect(err).toContain('https://git.example.org/lab/services.git, branch trunk');
    const text = readFileSync('workflows/my-app/workflow.yaml', 'utf8');
    expect(text).toMatch(/repo: https:\/\/git\.example\.org\/lab\/services\.git\n +branch: trunk\n/);
    expect(text).toMatch(/^ +- workflows\/my-app$/m);
    expect(await placed()).toEqual([]);
  });

  test.each([
    ['git@github.com:Example-Lab/services.git', 'https://github.com/Example-Lab/services.git'],
    ['ssh://git@git.example.org:2222/lab/group/services', 'https://git.example.org/lab/group/services.git'],
    ['http://somebody@git.example.org/lab/services.git/', 'https://git.example.org/lab/services.git'],
  ])('of the origin %s checks out %s', async (origin, address) => {
    git('init', '-q', '-b', 'main');
    git('remote', 'add', 'origin', origin);
    await run('new', 'my-app');
    expect(readFileSync('workflows/my-app/workflow.yaml', 'utf8')).toContain(`repo: ${address}\n`);
  });

  test.each([undefined, '/srv/git/services.git', 'file:///srv/git/services.git'])(
    'of the origin %s has a placeholder, which both the command and a rule tell',
    async (origin) => {
      git('init', '-q', '-b', 'main');
      if (origin !== undefined) git('remote', 'add', 'origin', origin);
      expect((await run('new', 'my-app')).err).toContain(
        'put its address in the place of "your-org/your-repo"',
      );
      expect(await placed('workflows/my-app')).toEqual([
        'placeholder-repository workflows/my-app/workflow.yaml',
      ]);
    },
  );
});

test('init writes what adopting takes, and what was found is then known', async () => {
  breakIt();
  rmSync('.pw-workflow-check.yaml');
  const first = await run('init');
  expect(first.out.trim().split('\n')).toEqual([
    '.github/workflows/pw-workflow-check.yml',
    '.pw-workflow-check.yaml',
    '.pw-workflow-check-baseline.json',
  ]);
  expect(await run('lint', '--baseline', '.pw-workflow-check-baseline.json')).toMatchObject({ status: 0 });
  const again = await run('init');
  expect(again.out).toBe('');
  expect(again.err).toContain('is there already');
});

test('init takes a repository without workflows, and a later check with its files passes', async () => {
  rmSync('workflows', { recursive: true });
  rmSync('.pw-workflow-check.yaml', { force: true });
  const { status, out, err } = await run('init');
  expect(status).toBe(0);
  expect(out.trim().split('\n')).toHaveLength(3);
  expect(err).toContain('there is no workflow yet');
  expect(await run('new', 'my-app')).toMatchObject({ status: 0 });
  expect(await run('lint', '--baseline', '.pw-workflow-check-baseline.json')).toMatchObject({ status: 0 });
});

test('init does not write beside a configuration that is wrong', async () => {
  writeFileSync('.pw-workflow-check.yaml', 'rulez: {}\n');
  const { status, out, err } = await run('init');
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain('did you mean "rules"?');
});

test('only what changed is checked, and shared files bring their dependents', async () => {
  cpSync('workflows/hello-world', 'workflows/other', { recursive: true });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'x');
  writeFileSync('workflows/other/start.sh', `${readFileSync('workflows/other/start.sh', 'utf8')}\n`);
  const names = async () =>
    JSON.parse((await run('list', '--changed', '--json')).out).map((one: { name: string }) => one.name);
  expect(await names()).toEqual(['other']);
  writeFileSync('utils/wait_service.sh', `${readFileSync('utils/wait_service.sh', 'utf8')}\n`);
  expect(await names()).toEqual(['hello-world', 'other']);
});

test('rules, explain, schema and plan print', async () => {
  expect((await run('rules')).out).toContain('undeclared-input');
  expect((await run('explain', 'undeclared-input')).out).toContain('What to do:');
  expect((await run('explain', 'SC2086')).out).toContain('https://www.shellcheck.net/wiki/SC2086');
  for (const name of ['workflow', 'config', 'report']) {
    expect(JSON.parse((await run('schema', name)).out)).toHaveProperty('$schema');
  }
  expect((await run('check', '--plan')).out).toContain('session_runner (after preprocessing)');
  expect((await run('graph', 'hello-world', '--format', 'dot')).out).toContain('digraph "hello-world"');
});

test('the waiting gives up when the job has ended', async () => {
  mkdirSync('job');
  writeFileSync('job/job.ended', '');
  const { status, err } = await run('wait', '--job-dir', 'job', '--timeout', '1s');
  expect(status).toBe(1);
  expect(err).toContain('the job has ended: job.started was not written');
});

test('no temporary file is left', async () => {
  await run('lint', '-o', 'json=r.json');
  expect(existsSync('r.json')).toBe(true);
  expect(readdirSync('.').filter((name) => name.includes('.tmp'))).toEqual([]);
});
