import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv, type AnySchema } from 'ajv';
import type { Diagnostic } from '../../src/diagnostics/finding.ts';
import { type RenderSource, render, renderSource } from '../../src/report/render.ts';
import { rules } from '../../src/rules/index.generated.ts';
import { hostileTexts } from '../report/hostile-texts.ts';
import { infested } from '../report/infested.ts';
import { reportOf, runOf } from '../report/sample-report.ts';
import { inScratch } from './support/scratch.ts';

const options = { colour: 'plain', talk: 'normal', failOn: 'error' } as const;

/** A file that `.ci/run` fetches and names in a variable. */
function fetched(variable: string): string {
  const file = process.env[variable];
  if (file === undefined) throw new Error(`${variable} must name a file: see .ci/run`);
  return file;
}

/** What the schema of SARIF 2.1.0 says is wrong with a text. */
const schemaFaults = (() => {
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(fetched('PWC_SARIF_SCHEMA'), 'utf8'));
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  ajv.addFormat('uri', (text) => URL.canParse(text));
  ajv.addFormat(
    'uri-reference',
    (text) => !/[\s\\<>"{}|^`]/.test(text) && URL.canParse(text, 'https://host/'),
  );
  ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
  const validate = ajv.compile(schema as AnySchema);
  return (sarif: string): readonly string[] => {
    validate(JSON.parse(sarif));
    return (validate.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`);
  };
})();

interface Run {
  readonly tool: {
    readonly driver: { readonly rules: readonly Rule[]; readonly extensions?: readonly unknown[] };
  };
  readonly results: readonly Result[];
}
interface Rule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly properties: { readonly tags: readonly string[]; readonly 'security-severity'?: string };
}
interface Result {
  readonly ruleId: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: Place }[];
  readonly relatedLocations?: readonly unknown[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
interface Place {
  readonly artifactLocation: { readonly uri: string };
  readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
}

/** The limits that GitHub documents for what it uploads; a result that breaks one is named with it. */
function limitFaults(sarif: string): readonly string[] {
  const faults: string[] = [];
  const hold = (holds: boolean, what: string): void => {
    if (!holds && faults.length < 20) faults.push(what);
  };
  const { runs } = JSON.parse(sarif) as { readonly runs: readonly Run[] };
  hold(gzipSync(sarif).length <= 10_000_000, `${gzipSync(sarif).length} bytes in gzip`);
  hold(runs.length <= 20, 'runs');
  for (const run of runs) {
    const described = run.tool.driver.rules;
    hold(run.results.length <= 25_000, 'results');
    hold(described.length <= 25_000, 'rules');
    hold((run.tool.driver.extensions ?? []).length <= 100, 'extensions');
    for (const rule of described) {
      const { id, name, shortDescription, fullDescription, help, properties } = rule;
      hold(name.length <= 255, `name of ${id}`);
      for (const { text } of [shortDescription, fullDescription]) {
        hold(text.trim() !== '' && text.length <= 1024, `description of ${id}`);
      }
      hold(help.text.trim() !== '', `help of ${id}`);
      hold(properties.tags.length <= 20, `tags of ${id}`);
      const severity = properties['security-severity'];
      hold(severity === undefined || (Number(severity) > 0 && Number(severity) <= 10), `severity of ${id}`);
      hold(severity === undefined || properties.tags.includes('security'), `severity of ${id}`);
    }
    const ids = new Set(described.map((rule) => rule.id));
    for (const [index, result] of run.results.entries()) {
      const [location] = result.locations;
      const region = location?.physicalLocation.region;
      const uri = location?.physicalLocation.artifactLocation.uri ?? '';
      hold(ids.has(result.ruleId), `rule of ${index}`);
      hold(result.message.text.trim() !== '', `message of ${index}`);
      hold(result.locations.length === 1, `locations of ${index}`);
      hold((result.relatedLocations ?? []).length <= 1000, `related locations of ${index}`);
      hold(uri !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(uri), `address of ${index}: ${uri}`);
      hold(Math.min(...Object.values(region ?? { none: 0 })) >= 1, `region of ${index}`);
      hold(!('primaryLocationLineHash' in result.partialFingerprints), `fingerprint of ${index}`);
    }
  }
  return faults;
}

/** A report with as many findings, each altered by `each`, and all rules. */
function many(count: number, each: (index: number, one: Diagnostic) => Partial<Diagnostic>): RenderSource {
  const text = Array.from({ length: count }, (_, index) => `«${index}»`).join('\n');
  const report = reportOf({ 'workflows/hello world/start.sh': text }, (one, index) => each(index, one));
  return renderSource({ ...report, rules: rules.map((rule) => rule.meta) });
}

const names = rules.map((rule) => rule.meta.id);

describe('SARIF', () => {
  test('30,000 findings of every rule are valid and within every limit', () => {
    const sarif = render(
      'sarif',
      many(30_000, (index, one) => ({
        rule: names[index % names.length] ?? '',
        severity: (['error', 'warning', 'note'] as const)[index % 3] ?? 'error',
        help: 'write it as the form has it',
        related: [{ span: one.at, text: `first seen in line ${index}` }],
      })),
      options,
    );
    expect(schemaFaults(sarif)).toEqual([]);
    expect(limitFaults(sarif)).toEqual([]);
    const [run] = JSON.parse(sarif).runs;
    expect(run.results).toHaveLength(25_000);
    expect(run.results.filter((one: { level: string }) => one.level === 'error')).toHaveLength(10_000);
  });

  test('so are 30,000 findings with long texts that do not compress, and hundreds of related places', () => {
    const noise = Array.from({ length: 97 }, () => randomBytes(3000).toString('base64'));
    const take = (index: number) => `${index}${(noise[index % 97] ?? '').slice(index % 991)}${index}`;
    const fresh = () => randomBytes(400).toString('base64');
    const sarif = render(
      'sarif',
      many(30_000, (index, one) => ({
        message: `${fresh()}${take(index)}`,
        help: `${fresh()}${take(index + 1)}`,
        related: Array.from({ length: index % 500 === 0 ? 1500 : 3 }, () => ({
          span: one.at,
          text: fresh(),
        })),
      })),
      options,
    );
    expect(schemaFaults(sarif)).toEqual([]);
    expect(limitFaults(sarif)).toEqual([]);
  });

  test('an empty report, and one with a fault, are valid', () => {
    for (const source of [many(0, () => ({})), infested('x')]) {
      expect(schemaFaults(render('sarif', source, options))).toEqual([]);
      expect(limitFaults(render('sarif', source, options))).toEqual([]);
    }
  });

  test('the schema refuses what is none', () => {
    const sarif = JSON.parse(
      render(
        'sarif',
        many(1, () => ({})),
        options,
      ),
    );
    const [run] = sarif.runs;
    expect(schemaFaults(JSON.stringify({ ...sarif, version: '2.0' }))).toHaveLength(1);
    expect(schemaFaults(JSON.stringify({ ...sarif, runs: [{ ...run, results: [{}] }] }))).toHaveLength(1);
  });

  test('hostile texts leave it valid', () => {
    const faults = hostileTexts.flatMap((text) => {
      const sarif = render('sarif', infested(text), options);
      return [...schemaFaults(sarif), ...limitFaults(sarif)].map((fault) => [text.slice(0, 60), fault]);
    });
    expect(faults).toEqual([]);
  });
});

/** What xmllint says is wrong with XML files in the schema of Jenkins. */
function junitFaults(files: readonly string[]): string {
  const schema = fetched('PWC_JUNIT_SCHEMA');
  const ended = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...files], {
    encoding: 'utf8',
  });
  if (ended.error !== undefined) throw ended.error;
  expect([0, 3]).toContain(ended.status);
  return ended.stderr
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith(' validates'))
    .join('\n');
}

describe('JUnit in the schema of Jenkins', () => {
  const write = (folder: string, name: string, source: RenderSource): string => {
    const file = join(folder, `${name}.xml`);
    writeFileSync(file, render('junit', source, options));
    return file;
  };

  test('reports of all kinds are valid', async () => {
    await inScratch(async (folder) => {
      const runs = [
        runOf(),
        runOf({ outcome: 'failed', failure: { cause: 'timeout', message: 'nothing listened' } }),
        runOf({ outcome: 'skipped', skipped: 'qsub is missing', phases: [] }),
        runOf({ phases: [{ phase: 'wait', ms: 12_345_678 }] }),
      ];
      const full = reportOf(
        { 'start.sh': '«a» «b»' },
        (_, index) => ({
          ...(index === 0 && { workflow: undefined }),
          severity: index === 0 ? 'error' : 'warning',
        }),
        { runs },
      );
      const files = [
        write(folder, 'empty', renderSource(reportOf({}, () => ({}), { workflows: [] }))),
        write(folder, 'full', renderSource(full)),
        write(
          folder,
          'many',
          many(30_000, () => ({})),
        ),
      ];
      expect(junitFaults(files)).toBe('');
    });
  });

  test('so is every report with a hostile text', async () => {
    await inScratch(async (folder) => {
      const files = hostileTexts.map((text, index) => write(folder, String(index), infested(text)));
      expect(junitFaults(files)).toBe('');
    });
  });

  test('the schema refuses what is none', async () => {
    await inScratch(async (folder) => {
      const file = join(folder, 'wrong.xml');
      writeFileSync(file, '<testsuites><testcase name="x" line="1"/></testsuites>');
      expect(junitFaults([file])).toContain('wrong.xml');
    });
  });
});
