import { gzipSync } from 'node:zlib';
import type { RuleMeta } from '../../src/diagnostics/rule-meta.ts';
import { documentOf } from '../../src/report/document/document-of.ts';
import { formatSarif, maxResults, uriOf } from '../../src/report/sarif/sarif.ts';
import { rules } from '../../src/rules/index.generated.ts';
import { reportOf } from './sample-report.ts';

const metas: readonly RuleMeta[] = rules.map((rule) => rule.meta);

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly automationDetails: { readonly id: string };
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly SarifRule[] } };
    readonly invocations: readonly {
      readonly toolExecutionNotifications: readonly { message: { text: string } }[];
    }[];
    readonly results: readonly SarifResult[];
  }[];
}
interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly properties: Readonly<Record<string, unknown>> & { readonly tags: readonly string[] };
}
interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: { readonly region: Record<string, number> } }[];
  readonly relatedLocations?: readonly { readonly id: number }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

function sarifOf(...arguments_: Parameters<typeof reportOf>): Sarif {
  return JSON.parse(formatSarif(documentOf(reportOf(...arguments_)), { rules: metas }));
}

/** A report in which every rule has spoken, the last first. */
function everyRule(): Sarif {
  const text = metas.map((_, index) => `«${index}»`).join('\n');
  return sarifOf({ 'start.sh': text }, (_, index) => ({ rule: metas.at(-1 - index)?.id ?? '' }));
}

test('every rule that spoke is there with its help, and no other', () => {
  const [run] = everyRule().runs;
  const described = run?.tool.driver.rules ?? [];
  expect(described.map((rule) => rule.id)).toEqual(metas.map((meta) => meta.id));
  for (const result of run?.results ?? []) expect(described[result.ruleIndex]?.id).toBe(result.ruleId);
  const some = sarifOf({ 'start.sh': '«a» «b»' }, () => ({ rule: metas[7]?.id ?? '' }));
  expect(some.runs[0]?.tool.driver.rules.map((rule) => rule.id)).toEqual([metas[7]?.id]);
  for (const rule of described) {
    expect(rule.shortDescription.text.length).toBeGreaterThan(0);
    expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024);
    expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024);
    expect(rule.help.text.trim()).not.toBe('');
    expect(rule.name.length).toBeLessThanOrEqual(255);
    expect(new Set(rule.properties.tags).size).toBe(rule.properties.tags.length);
    expect(rule.properties.tags.length).toBeLessThanOrEqual(10);
  }
});

test('only rules about security have a severity of security', () => {
  const described = everyRule().runs[0]?.tool.driver.rules ?? [];
  for (const rule of described) {
    const security = metas.find((meta) => meta.id === rule.id)?.group === 'security';
    expect(rule.properties.tags.includes('security')).toBe(security);
    if (!security) expect(rule.properties).not.toHaveProperty('security-severity');
  }
  expect(described.filter((rule) => 'security-severity' in rule.properties).length).toBeGreaterThan(0);
});

test("a result has one place, links to the others, and no hash of GitHub's own", () => {
  const [run] = sarifOf({ 'workflows/a b/start.sh': 'x\n«yz» [1](2)' }, (one) => ({
    related: [{ span: { ...one.at, start: 0, end: 1 }, text: 'first [here]' }],
    help: 'write it',
    message: 'see [this](https://evil.example)',
  })).runs;
  const [result] = run?.results ?? [];
  expect(result?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'workflows/a%20b/start.sh', uriBaseId: '%SRCROOT%' },
        region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 3 },
      },
    },
  ]);
  expect(result?.message.text).toBe('see \\[this](https://evil.example)\nwrite it\n[first \\[here\\]](1)');
  expect(result?.relatedLocations?.map((one) => one.id)).toEqual([1]);
  expect(result?.partialFingerprints).toEqual({ 'pwWorkflowCheck/v1': 'f0' });
  expect(run?.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe(result?.ruleId);
});

test('a rule of ShellCheck is described by its address', () => {
  const [run] = sarifOf({ 'start.sh': '«a»' }, () => ({
    rule: 'shellcheck/SC2155',
    url: 'https://www.shellcheck.net/wiki/SC2155',
  })).runs;
  expect(run?.tool.driver.rules.at(-1)).toMatchObject({
    id: 'shellcheck/SC2155',
    helpUri: 'https://www.shellcheck.net/wiki/SC2155',
  });
});

test('of 30,000 findings as many are told as code scanning takes, the worst of them, below its size', () => {
  const text = Array.from({ length: 30_000 }, (_, index) => `«${index}»`).join('\n');
  const report = reportOf({ 'start.sh': text }, (_, index) => ({
    severity: index < 10_000 ? 'note' : 'error',
  }));
  const written = formatSarif(documentOf(report), { rules: metas });
  const [run] = (JSON.parse(written) as Sarif).runs;
  expect(run?.results).toHaveLength(maxResults);
  expect(run?.results.filter((one) => one.level === 'error')).toHaveLength(20_000);
  expect(run?.invocations[0]?.toolExecutionNotifications[0]?.message.text).toContain(
    '5000 findings left out of the SARIF report',
  );
  expect(gzipSync(written).length).toBeLessThan(10_000_000);
  expect(run?.tool.driver.rules.length).toBeLessThan(25_000);
});

test('of findings that are equally grave those of the most precise rules are kept', () => {
  const precise = metas.find((meta) => meta.precision === 'very-high');
  const vague = metas.find((meta) => meta.precision === 'low' || meta.precision === 'medium');
  const text = Array.from({ length: 26_000 }, (_, index) => `«${index}»`).join('\n');
  const [run] = sarifOf({ 'start.sh': text }, (_, index) => ({
    severity: 'error',
    rule: (index < 13_000 ? vague : precise)?.id ?? '',
  })).runs;
  expect(run?.results.filter((one) => one.ruleId === precise?.id)).toHaveLength(13_000);
  expect(run?.results[0]?.ruleId).toBe(precise?.id);
});

test('an analysis has a category only when one was asked for', () => {
  expect(sarifOf({}).runs[0]).not.toHaveProperty('automationDetails');
  const written = formatSarif(documentOf(reportOf({})), { rules: [], category: 'part 2' });
  expect((JSON.parse(written) as Sarif).runs[0]?.automationDetails.id).toBe('part 2/');
});

test.each([
  ['a/b.sh', 'a/b.sh'],
  ['a b/ü#?.sh', 'a%20b/%C3%BC%23%3F.sh'],
  ['c:evil/x', 'c%3Aevil/x'],
  ['\ud800', '%EF%BF%BD'],
])('the path %j is the address %s', (path, uri) => {
  expect(uriOf(path)).toBe(uri);
});
