import { createServer, type Server } from 'node:net';
import type { RuleExample } from '../../src/diagnostics/rule-meta.ts';
import { lintRuns } from '../../src/lint/lint.ts';
import { rules } from '../../src/rules/index.generated.ts';
import { openExample } from '../support/example-workspace.ts';
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
const results = new Map<string, { readonly found: readonly object[]; readonly marks: readonly object[] }>();
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
    found: diagnostics.map(({ rule: id, at }) => ({
      rule: id,
      path: at.file as string,
      start: at.start,
      end: at.end,
    })),
    marks,
  };
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
}, 240_000);
afterAll(() => void taken?.close());

test.each(cases.map((one) => [one.id, one.kind, one.index, one] as const))(
  '%s: %s example %d',
  (id, kind, _, one) => {
    const result = results.get(JSON.stringify(one.example));
    const expected = kind === 'good' ? [] : (result?.marks ?? []).map((mark) => ({ rule: id, ...mark }));
    expect(result?.found).toEqual(expected);
  },
);

const rest = running.filter((_, index) => index % everyNth !== 0).map((rule) => rule.meta.id);
if (rest.length > 0) test.skip.each(rest)('%s (needs PW_CHECK_FULL=1)', () => {});
