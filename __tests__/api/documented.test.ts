import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { bundleApi } from '../../scripts/bundle-api.ts';

const execute = promisify(execFile);

/** Each example of the page, and the output that stands below it. */
const examples = [
  ...readFileSync('docs/api.md', 'utf8').matchAll(/```js\n(.*?)```\n(?:\n```text\n(.*?)```)?/gs),
].map(([, code = '', printed]) => ({ code, printed }));

/** A folder with the examples of this repository, in which the package is installed. */
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'api-'));
  const installed = join(folder, 'node_modules', 'pw-workflow-check');
  mkdirSync(installed, { recursive: true });
  cpSync('package.json', join(installed, 'package.json'));
  cpSync('types', join(installed, 'types'), { recursive: true });
  cpSync('examples', join(folder, 'examples'), { recursive: true });
  await bundleApi(join(installed, 'dist', 'api'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every example says what it prints', () => {
  expect(examples.length).toBeGreaterThan(3);
  for (const { printed } of examples) expect(printed).toBeDefined();
});

test.each(examples.map((example, index) => [index + 1, example] as const))(
  'example %i of docs/api.md prints what stands below it',
  async (index, { code, printed }) => {
    const file = join(folder, `example-${index}.mjs`);
    writeFileSync(file, code);
    const { stdout, stderr } = await execute(process.execPath, [file], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, NO_COLOR: '1' },
    });
    expect(stderr).toBe('');
    expect(stdout).toBe(printed);
  },
);

test('the examples, and code that uses every type, compile against the declarations', async () => {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const [index, { code }] of examples.entries()) writeFileSync(join(folder, `typed-${index}.ts`), code);
  writeFileSync(
    join(folder, 'all.ts'),
    `import type { Explanation, Finding, Fix, FixedTexts, LintOptions, Range, Report, Run, RunOptions, Severity, Texts } from 'pw-workflow-check';
import { applyFixes, check, explain, lint, RequestError, run } from 'pw-workflow-check';
import * as browser from 'pw-workflow-check/lint';
const texts: Texts = { 'workflow.yaml': '' };
const options: RunOptions & LintOptions = { only: [], skip: [], paths: [], modes: ['slurm'], inputs: { 'a.b': '1' }, timeoutMs: 1 };
const reports: Report[] = [await lint(texts, options), await check('.', options), await run('.', options), await browser.lint(texts)];
const [report] = reports;
const finding: Finding | undefined = report?.diagnostics[0];
const range: Range | undefined = finding?.range;
const severity: Severity | undefined = finding?.severity;
const fix: Fix | undefined = finding?.fix;
const made: Run | undefined = report?.runs[0];
const fixed: FixedTexts = applyFixes(texts, finding ? [finding] : [], 'unsafe');
const words: Explanation | undefined = explain('marker-race') ?? browser.explain('marker-race');
// @ts-expect-error a report is for reading
if (report) report.summary.errors = 1;
// @ts-expect-error nothing runs in a browser
browser.run('.');
export { fix, fixed, made, range, RequestError, severity, words };
`,
  );
  const words = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2023', '--module', 'nodenext'];
  const files = [...examples.map((_, index) => `typed-${index}.ts`), 'all.ts'];
  const compiler = resolve('node_modules/typescript/bin/tsc');
  const types = ['--types', 'node', '--typeRoots', resolve('node_modules/@types')];
  await expect(
    execute(process.execPath, [compiler, ...words, ...types, ...files], { cwd: folder }).catch(
      ({ stdout }) => stdout,
    ),
  ).resolves.toMatchObject({ stdout: '' });
});
