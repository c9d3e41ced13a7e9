import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { AnalysisContext } from '../../src/analysis/analysis.ts';
import { defineRule } from '../../src/rules/rule.ts';
import { fakeMeta } from '../support/fake-rules.ts';
import { fakeStreams } from './fake-streams.ts';

function brokenAnalysis(): never {
  throw new Error('the analysis is broken\nin two lines', { cause: new TypeError('of this') });
}

function oneOfTwo(job: object, context: AnalysisContext): string {
  return context.ask(otherOfTwo, job);
}

function otherOfTwo(job: object, context: AnalysisContext): string {
  return context.ask(oneOfTwo, job);
}

function brokenPage(): never {
  throw new Error('the page is broken');
}

const asks = (id: string, analysis: (subject: object, context: AnalysisContext) => unknown) =>
  defineRule({
    meta: fakeMeta(id),
    on: 'job',
    *check(job, context) {
      if (context.ask(analysis, job) === 'never') yield { at: job.job.id.span, message: 'never' };
    },
  });

jest.unstable_mockModule('../../src/rules/index.generated.ts', () => ({
  rules: [
    defineRule({
      meta: fakeMeta('broken-itself'),
      on: 'job',
      // biome-ignore lint/correctness/useYield: it throws before it could
      *check() {
        throw new Error('the rule is broken');
      },
    }),
    asks('broken-below', brokenAnalysis),
    asks('round', oneOfTwo),
  ],
}));
jest.unstable_mockModule('../../src/report/html/html.ts', () => ({ formatHtml: brokenPage }));
const { main } = await import('../../src/cli/program.ts');

const start = process.cwd();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  cpSync('examples/workflows/hello-world', join(folder, 'workflows/hello-world'), { recursive: true });
  writeFileSync(join(folder, '.pw-workflow-check.yaml'), 'shellcheck:\n  severity: off\n');
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(start);
  rmSync(folder, { recursive: true, force: true });
});

async function lint(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { streams, seen } = fakeStreams(environment);
  const status = await main(['lint', ...words], streams);
  return { status, ...seen };
}

const path = 'workflows/hello-world/workflow.yaml';

test('a rule or an analysis that throws is told in one sentence', async () => {
  const { status, out } = await lint([]);
  expect(status).toBe(3);
  expect(out.split('\n').filter((line) => line.startsWith('fault of this tool'))).toEqual([
    `fault of this tool: the rule "broken-itself" failed on ${path}: the rule is broken (--debug shows where)`,
    `fault of this tool: the rule "broken-below" failed on ${path}: the analysis is broken (--debug shows where)`,
    `fault of this tool: the rule "round" failed on ${path}: analyses ask each other in a circle: ` +
      'oneOfTwo → otherOfTwo → oneOfTwo (--debug shows where)',
  ]);
  expect(out).not.toContain(' at ');
});

test.each([
  [['--debug'], {}],
  [[], { PW_WORKFLOW_CHECK_DEBUG: '1' }],
])('%j with %j names function and file, and what was the cause', async (words, environment) => {
  const { out } = await lint(words, environment);
  expect(out).toMatch(/the rule is broken\n {4}at .*check \(.*faults\.test\.ts:\d+:\d+\)\n/);
  expect(out).toMatch(/the analysis is broken\n {4}at brokenAnalysis \(.*faults\.test\.ts:\d+:\d+\)\n/);
  expect(out).toMatch(/ {2}caused by: of this\n {4}at brokenAnalysis \(/);
  expect(out).not.toContain('--debug');
});

test('the JSON report carries stacks and causes without being asked, and so does what is merged of it', async () => {
  expect((await lint(['--output', 'json=report.json'])).status).toBe(3);
  const { streams, seen } = fakeStreams();
  await main(['merge', 'report.json', '--format', 'json'], streams);
  for (const text of [readFileSync('report.json', 'utf8'), seen.out]) {
    const faults = JSON.parse(text).faults as readonly { readonly message: string }[];
    expect(faults.find((one) => one.message.includes('broken-below'))).toMatchObject({
      stack: expect.stringMatching(/^at brokenAnalysis \(/),
      cause: { message: 'of this', stack: expect.stringContaining('faults.test.ts') },
    });
  }
});

test('a rendering that throws is a fault of ours, not a file that cannot be written', async () => {
  for (const words of [
    ['--format', 'html'],
    ['--output', 'html=page.html'],
  ]) {
    const { status, err } = await lint(words);
    expect([status, err]).toEqual([
      3,
      'pw-workflow-check: fault of this tool: the page is broken (--debug shows where)\n',
    ]);
    const traced = await lint([...words, '--debug']);
    expect(traced.err).toMatch(
      /^pw-workflow-check: fault of this tool: the page is broken\n {4}at .*brokenPage \(.*faults\.test\.ts/,
    );
  }
});
