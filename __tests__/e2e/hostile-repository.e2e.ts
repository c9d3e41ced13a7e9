import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportFormats } from '../../src/report/report-format.ts';
import type { FakeAnswer } from '../action/github-server.ts';
import { controlsIn, foreignHtml, foreignMarkdown, runnerCommands } from '../report/harmless.ts';
import { hostileTexts } from '../report/hostile-texts.ts';
import { commitAll } from './support/act.ts';
import { cliBundle, plainEnvironment } from './support/cli.ts';
import { requestFaults } from './support/github-description.ts';
import { type ReceivedRequest, withGithub } from './support/github-http.ts';
import { type Ended, runProgram } from './support/program.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

/** As the name of a folder; only what no file system takes is left out. */
function folderName(text: string, index: number): string {
  let name = `${text.replace(/[/\0\ud800-\udfff]/g, '')}${index}`;
  while (Buffer.byteLength(name) > 200) name = name.slice(name.length >> 3);
  return name;
}

/** As the name of a branch, which git limits more. */
function branchName(text: string): string {
  const name = text.replace(/[\u0000-\u0020\u007f~^:?*[\\\ud800-\udfff]|\.\.|@\{|\/+/g, '').slice(0, 100);
  return `x${name.replace(/\.lock|[./]+$/g, '')}`;
}

const yaml = (text: string) => JSON.stringify(text.slice(0, 2000).replace(/[\ud800-\udfff]/g, ''));

/** A workflow whose findings quote the text in many places: keys, values, names, expressions. */
function workflowOf(text: string): string {
  return [
    `${yaml(text)}: ${yaml(text)}`,
    'jobs:',
    `  ${yaml(`job ${text}`)}:`,
    '    steps:',
    `      - name: ${yaml(text)}`,
    `        uses: ${yaml(text)}`,
    `        with: { ${yaml(text)}: ${yaml(text)} }`,
    `      - run: ${yaml(`echo \${{ inputs.absent }} ${text}`)}`,
    `    needs: [${yaml(text)}]`,
    "'on':",
    '  execute:',
    '    inputs:',
    '      choice:',
    `        type: ${yaml(text)}`,
    `        default: ${yaml(text)}`,
    `        label: ${yaml(text)}`,
    '',
  ].join('\n');
}

const order: readonly string[] = hostileTexts.map((text) => text.slice(0, 4000));

/** Every text as the name of a folder and in a workflow, and a service that prints them all and fails. */
function hostileRepository(scratch: string): string {
  const root = copyExamples(scratch, ['hello-world']);
  for (const [index, text] of order.entries()) {
    const folder = join(root, 'workflows', folderName(text, index));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'workflow.yaml'), workflowOf(text));
  }
  const start = join(root, 'workflows/hello-world/start.sh');
  const bytes = Buffer.from(`${order.map((text) => text.replace(/\n{9,}/g, '\n')).join('\n')}\n`);
  const noise = `base64 -d << 'END'\n${bytes.toString('base64').replace(/(.{76})/g, '$1\n')}\nEND\n`;
  const text = readFileSync(start, 'utf8');
  writeFileSync(
    start,
    text.replace(/^(set -e[^\n]*\n)/m, `$1${noise}${noise.replace('<<', '>&2 <<')}exit 7\n`),
  );
  expect(readFileSync(start, 'utf8')).not.toBe(text);
  return root;
}

/** Says that a log, as the runner reads it, has no commands but annotations of ours, within their number. */
function expectOnlyAnnotations(ended: Ended, most: number): void {
  for (const stream of [ended.stdout, ended.stderr]) {
    const commands = runnerCommands(stream);
    expect(
      commands.filter(({ form, name }) => form !== '::' || !/^(error|warning|notice)$/.test(name)),
    ).toEqual([]);
    for (const level of ['error', 'warning', 'notice']) {
      expect(commands.filter(({ name }) => name === level).length).toBeLessThanOrEqual(most);
    }
    expect(controlsIn(stream)).toEqual([]);
  }
}

test('two hundred hostile texts from every source, through the action and all that it writes', async () => {
  await inScratch(async (scratch) => {
    const root = hostileRepository(scratch);
    const base = await commitAll(root, 'base');
    const event = join(scratch, 'event.json');
    const files = ['output', 'summary', 'env', 'path', 'state'].map((name) => join(scratch, name));
    for (const file of files) writeFileSync(file, '');
    const [output = '', summary = '', environment = '', path = '', state = ''] = files;
    const texts = order.join(' ');
    const side = {
      sha: base,
      ref: texts,
      label: texts,
      repo: { full_name: 'org/sample' },
      user: { login: texts },
    };
    writeFileSync(
      event,
      JSON.stringify({
        number: 7,
        pull_request: { number: 7, title: texts, body: texts, head: side, base: side },
        repository: { full_name: 'org/sample', description: texts },
      }),
    );
    const answer = ({ method }: ReceivedRequest): FakeAnswer =>
      method === 'GET' ? { status: 200, body: [] } : { status: 201, body: { id: 5 } };
    await withGithub(answer, async (address, requests) => {
      const ended = await runProgram({
        command: process.execPath,
        args: [join(projectRoot, 'dist/action/index.js')],
        cwd: root,
        limitMs: 170_000,
        env: {
          ...plainEnvironment(scratch),
          GITHUB_ACTIONS: 'true',
          GITHUB_EVENT_NAME: 'pull_request',
          GITHUB_EVENT_PATH: event,
          GITHUB_REPOSITORY: 'org/sample',
          GITHUB_WORKSPACE: root,
          GITHUB_SHA: base,
          GITHUB_HEAD_REF: texts.replaceAll('\0', ''),
          GITHUB_REF_NAME: texts.replaceAll('\0', ''),
          GITHUB_API_URL: address,
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: summary,
          GITHUB_ENV: environment,
          GITHUB_PATH: path,
          GITHUB_STATE: state,
          RUNNER_TEMP: join(scratch, 'temp'),
          INPUT_TOKEN: 'secret-token',
          INPUT_CHECK_RUN: 'true',
          INPUT_COMMENT: 'always',
          INPUT_SUGGESTIONS: 'true',
          INPUT_CHANGED_ONLY: 'false',
          INPUT_SARIF_FILE: 'report.sarif',
          INPUT_JUNIT_FILE: 'report.xml',
          INPUT_HTML_FILE: 'report.html',
        },
      });
      expect([ended.status, ended.stderr]).toEqual([1, '']);
      expectOnlyAnnotations(ended, 10);
      const read = (file: string) => readFileSync(join(root, file), 'utf8');
      const written = readFileSync(summary, 'utf8');
      expect(Buffer.byteLength(written)).toBeLessThan(1024 * 1024);
      expect(foreignMarkdown(written)).toEqual([]);
      expect(controlsIn(written)).toEqual([]);
      expect(foreignHtml(read('report.html'))).toEqual([]);
      const report = JSON.parse(readFileSync(join(scratch, 'temp/pw-workflow-check/report.json'), 'utf8'));
      expect(report.summary.workflows).toBeGreaterThanOrEqual(200);
      expect(report.runs.some((run: { log: readonly string[] }) => run.log.length > 0)).toBe(true);
      expect(JSON.parse(read('report.sarif')).runs[0].results.length).toBeGreaterThan(400);
      for (const name of ['report.sarif', 'report.xml', 'report.html']) {
        expect([name, runnerCommands(read(name)), controlsIn(read(name))]).toEqual([name, [], []]);
      }
      expect([environment, path, state].map((file) => readFileSync(file, 'utf8'))).toEqual(['', '', '']);
      const names = [...readFileSync(output, 'utf8').matchAll(/^([a-z-]+)<<ghadelimiter_/gm)];
      expect(names.map((match) => match[1])).toHaveLength(10);
      expect(requests.flatMap(requestFaults)).toEqual([]);
      const comment = requests.find((one) => one.method === 'POST' && /issues\/7\/comments$/.test(one.path));
      const { body } = (comment?.body ?? { body: '' }) as { readonly body: string };
      expect(body).not.toBe('');
      expect(foreignMarkdown(body.replace(/^<!--.*-->\n/, ''))).toEqual([]);
      expect(requests.filter((one) => /check-runs/.test(one.path)).length).toBeGreaterThan(1);
    });
  });
});

test('the same repository through every format of the command line, on a runner', async () => {
  await inScratch(async (scratch) => {
    const root = hostileRepository(scratch);
    const env = { ...plainEnvironment(scratch), GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: root };
    const run = (...words: readonly string[]) =>
      runProgram({ command: process.execPath, args: [cliBundle, ...words], cwd: root, env });
    for (const format of ['pretty', 'markdown', 'html', 'github']) {
      const ended = await run('lint', '--format', format);
      expect([format, ended.status]).toEqual([format, 1]);
      expectOnlyAnnotations(ended, format === 'github' ? 10 : 0);
    }
    for (const words of [
      ['list'],
      ['list', '--json'],
      ['run', '--plan', 'workflows/hello-world'],
      ['lint', '--fix-dry-run'],
    ]) {
      const ended = await run(...words);
      expect([words, ended.status, ended.stdout + ended.stderr === '']).toEqual([
        words,
        words[0] === 'lint' ? 1 : 0,
        false,
      ]);
      expectOnlyAnnotations(ended, 0);
    }
    const outputs = reportFormats.flatMap((format) => ['--output', `${format}=../out.${format}`]);
    const ran = await run('run', 'workflows/hello-world', '--quiet', ...outputs);
    expect(ran.status).toBe(1);
    expectOnlyAnnotations(ran, 0);
    const merged = await run('merge', '../out.json', '../out.json', '--format', 'markdown');
    expect(foreignMarkdown(merged.stdout)).toEqual([]);
    expectOnlyAnnotations(merged, 0);
  });
});

test('names of branches are text too, where they are right and where they are wrong', async () => {
  await inScratch(async (scratch) => {
    const root = copyExamples(scratch, ['hello-world']);
    await commitAll(root, 'base');
    const git = (...args: readonly string[]) =>
      runProgram({ command: 'git', args, cwd: root, env: plainEnvironment(scratch) });
    const env = { ...plainEnvironment(scratch), GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: root };
    const chosen = order
      .filter((text) => text !== '' && text.length < 200)
      .filter((_, index) => index % 3 === 0);
    let made = 0;
    for (const [index, text] of chosen.entries()) {
      const name = branchName(text);
      made += (await git('branch', '--', name)).status === 0 ? 1 : 0;
      const base = index % 2 === 0 ? name : text.replaceAll('\0', '');
      for (const words of index % 3 === 0
        ? [
            ['compare', base],
            ['list', `--changed=${base}`],
          ]
        : [['compare', base]]) {
        const ended = await runProgram({
          command: process.execPath,
          args: [cliBundle, ...words],
          cwd: root,
          env,
        });
        expect([words, [0, 2].includes(ended.status ?? -1)]).toEqual([words, true]);
        expectOnlyAnnotations(ended, 0);
      }
    }
    expect(made).toBeGreaterThan(40);
  });
});
