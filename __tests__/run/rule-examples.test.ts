import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { wordsPath } from '../../scripts/rule-words.ts';
import { wordsOfFindings } from '../../src/app/rule-words.ts';
import type { Diagnostic } from '../../src/diagnostics/finding.ts';
import type { RuleExample } from '../../src/diagnostics/rule-meta.ts';
import { lintRuns } from '../../src/lint/lint.ts';
import type { RepositoryFiles } from '../../src/ports/repository-files.ts';
import { openExample } from '../../src/rules/examples/open-example.ts';
import { rules } from '../../src/rules/index.generated.ts';
import { runForReal, severalAtATime, shortLimits } from '../support/real-run.ts';

// Examples of run rules are really run. All at once would be too much for a small machine, one by one too slow.
const together = 6;
// All of them with PW_CHECK_FULL=1, as in CI; otherwise those of every other rule.
const everyNth = process.env['PW_CHECK_FULL'] === '1' ? 1 : 2;

/** Causes of runs that never get ready and would use up their time. */
const endless = new Set(['marker-missing', 'not-listening', 'timeout']);

interface Case {
  readonly id: string;
  readonly kind: 'bad' | 'good';
  readonly index: number;
  readonly example: RuleExample;
}

const running = rules.filter((rule) => rule.on === 'run');
const cases: readonly Case[] = running
  .filter((_, index) => index % everyNth === 0)
  .flatMap(({ meta }) =>
    (['bad', 'good'] as const).flatMap((kind) =>
      meta.page.examples[kind].map((example, index) => ({ id: meta.id, kind, index: index + 1, example })),
    ),
  );
// Good examples that are the same text are run once.
const distinct = [...new Map(cases.map((one) => [JSON.stringify(one.example), one])).values()];
const results = new Map<string, Awaited<ReturnType<typeof findings>>>();
let taken: Server | undefined;

async function findings(one: Case) {
  const rule = rules.find((candidate) => candidate.meta.id === one.id);
  if (rule === undefined) throw new Error(one.id);
  const { workspace, marks } = openExample(one.example, rule.meta);
  const texts = Object.fromEntries(
    workspace.files.paths.map((path) => {
      const content = workspace.files.read(path);
      return [path as string, content.kind === 'text' ? content.text : ''];
    }),
  );
  const { record } = await runForReal(texts, {
    limits: { ...shortLimits, startMs: one.kind === 'bad' && endless.has(one.id) ? 6000 : 20_000 },
  });
  const { diagnostics } = lintRuns([record], workspace, {
    rules,
    configuration: { rules: {}, overrides: [], shellcheck: {}, run: {}, workflowsSettings: {} },
  });
  return {
    words: steadyWords(diagnostics, workspace.files),
    found: diagnostics.map(({ rule: id, at }) => ({
      rule: id,
      path: at.file as string,
      start: at.start,
      end: at.end,
    })),
    marks,
  };
}

/** Without what differs from run to run: ports, times, the machine, and what the jobs that watch were doing meanwhile. */
function steadyWords(diagnostics: readonly Diagnostic[], files: RepositoryFiles): string {
  const settled = diagnostics.map((one) => ({ ...one, related: [] }));
  return wordsOfFindings(settled, files)
    .replaceAll(hostname(), 'node')
    .replace(/held by ".*" \(pid \d+\)/g, 'held by "python3 -m http.server" (pid 4242)')
    .replace(/"\/\S+\/python3/g, '"python3')
    .replace(/\b[2-6]\d{4}\b/g, '43117')
    .replace(/ \(after \d+ s\)/g, '')
    .replace(/\b\d+(\.\d)? s\b/g, '6 s');
}

beforeAll(async () => {
  // Port 8080 belongs to somebody else, whoever that is.
  taken = createServer();
  await new Promise<void>((done) => {
    taken?.on('error', () => done());
    taken?.listen(8080, '127.0.0.1', () => done());
  });
  const found = await severalAtATime(distinct, together, findings);
  distinct.forEach((one, index) => {
    const result = found[index];
    if (result !== undefined) results.set(JSON.stringify(one.example), result);
  });
}, 600_000);
afterAll(() => void taken?.close());

test.each(cases.map((one) => [one.id, one.kind, one.index, one] as const))(
  '%s: %s example %d',
  (id, kind, _, one) => {
    const result = results.get(JSON.stringify(one.example));
    const expected = kind === 'good' ? [] : (result?.marks ?? []).map((mark) => ({ rule: id, ...mark }));
    expect(result?.found).toEqual(expected);
  },
);

const wordy = running.filter((_, index) => index % everyNth === 0).map(({ meta }) => meta);

test.each(wordy.map((meta) => [meta.id, meta] as const))('%s: what is read', (id, meta) => {
  const words = meta.page.examples.bad
    .map((example) => results.get(JSON.stringify(example))?.words)
    .join('\n');
  // PW_CHECK_WORDS=write accepts what the rules say now.
  if (process.env['PW_CHECK_WORDS'] === 'write') writeFileSync(wordsPath(id), words);
  // Whether the time was up or the jobs had ended by then depends on how busy the machine is.
  const timeless = (text: string): string => text.replaceAll(' within 6 s', '');
  expect(timeless(words)).toBe(timeless(readFileSync(wordsPath(id), 'utf8')));
});

const rest = running.filter((_, index) => index % everyNth !== 0).map((rule) => rule.meta.id);
if (rest.length > 0) test.skip.each(rest)('%s (needs PW_CHECK_FULL=1)', () => {});
