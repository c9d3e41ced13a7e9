import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { globs } from '../src/base/glob.ts';
import { validateConfig } from '../src/facts/generated/config-validator.generated.ts';
import { documentOf } from '../src/report/document/document-of.ts';
import { formatJson } from '../src/report/document/json.ts';
import { legalWorkflow } from './analysis/legal-workflow.ts';
import { reportOf, runOf } from './report/sample-report.ts';

function schemaOf(name: string) {
  const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'));
  return new Ajv({ strict: false, allErrors: true }).compile(schema);
}

describe('the published schema of workflows', () => {
  const validate = schemaOf('workflow');

  test('accepts every construct that looks wrong and is legal', () => {
    validate(parse(legalWorkflow));
    expect(validate.errors).toBeNull();
  });

  test('describes every key, for the hovers of editors', () => {
    const schema = JSON.parse(readFileSync('schemas/workflow.schema.json', 'utf8'));
    const silent: string[] = [];
    for (const [name, definition] of Object.entries<{ properties?: Record<string, object> }>(
      schema.definitions,
    )) {
      for (const [key, value] of Object.entries(definition.properties ?? {})) {
        if (!('description' in value) && !('$ref' in value)) silent.push(`${name}.${key}`);
      }
    }
    expect(silent).toEqual([]);
  });
});

describe('what editors are told by the schema of workflows', () => {
  const schema = JSON.parse(readFileSync('schemas/workflow.schema.json', 'utf8'));

  /** Every schema inside of it. */
  function* parts(node: unknown): Generator<Record<string, unknown>> {
    if (typeof node !== 'object' || node === null) return;
    if (!Array.isArray(node)) yield node as Record<string, unknown>;
    for (const inner of Object.values(node)) yield* parts(inner);
  }

  test('says what each word of a list means', () => {
    const { allOf: _, ...input } = schema.definitions.input;
    const { allOf: __, ...step } = schema.definitions.step;
    const lists = [...parts({ ...schema.definitions, input, step })].filter((one) =>
      Array.isArray(one['enum']),
    );
    expect(lists.length).toBeGreaterThan(5);
    for (const { enum: words, enumDescriptions: says } of lists) {
      expect([words, says]).toEqual([words, (words as string[]).map(() => expect.stringMatching(/\w/))]);
    }
  });

  test('refers to what there is to read', () => {
    const [, path = ''] = /blob\/v1\/(\S+)$/.exec(schema.description) ?? [];
    expect(readFileSync(path, 'utf8')).toMatch(/^# The language/m);
  });

  test('has an entry for the catalogue of editors that names it and the files of workflows', () => {
    const page = readFileSync('docs/schema.md', 'utf8');
    const blocks = [...page.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, text = '']) => JSON.parse(text));
    const entry = blocks.find((one) => 'fileMatch' in one);
    expect(entry.url).toBe(schema.$id);
    const matches = globs(entry.fileMatch);
    expect(matches('repository/workflows/hello-world/workflow.yaml')).toBe(true);
    expect(matches('repository/.github/workflows/workflow.yaml')).toBe(false);
  });

  test('tells the arguments of published workflows version by version', () => {
    const of = (name: string): string[] => Object.keys(schema.definitions[`arguments-${name}`].properties);
    expect(of('job_runner-v3.5')).toContain('slurm');
    expect(of('job_runner-v5.0')).not.toContain('slurm');
    expect(of('job_runner-v5.0')).toContain('sites_0');
    expect(of('script_submitter-v3.6')).toContain('skip_cleanups_file');
  });

  const filled = (body: unknown): unknown =>
    JSON.parse(
      JSON.stringify(body)
        .replaceAll(/(?<!\\)\$\{\d:((?:[^{}]|\{\{.*?\}\})*)\}/g, '$1')
        .replaceAll(/\\\\([$}])/g, '$1'),
    );
  test.each(['workflow', 'step', 'input'])('each snippet of a %s is legal as it is offered', (name) => {
    const section = name === 'workflow' ? schema : schema.definitions[name];
    const validate = new Ajv({ strict: false }).compile(
      name === 'workflow' ? schema : { definitions: schema.definitions, $ref: `#/definitions/${name}` },
    );
    expect(section.defaultSnippets.length).toBeGreaterThan(0);
    for (const { label, body } of section.defaultSnippets) {
      validate(filled(body));
      expect([label, validate.errors]).toEqual([label, null]);
      expect(JSON.stringify(filled(body))).not.toMatch(/\\[$}]|\$\{\d/);
    }
  });
});

describe('the published schema of reports', () => {
  const validate = schemaOf('report');
  const report = reportOf(
    { 'workflows/a/workflow.yaml': 'jobs: «{}»\n' },
    () => ({ help: 'add a job', workflow: 'a' }),
    { runs: [runOf()], remarks: ['a remark'] },
  );

  test('accepts what the JSON format writes', () => {
    validate(JSON.parse(formatJson(documentOf(report))));
    expect(validate.errors).toBeNull();
  });

  test('refuses a key that the contract does not have', () => {
    expect(validate({ ...JSON.parse(formatJson(documentOf(report))), extra: 1 })).toBe(false);
  });
});

describe('the published schema of the configuration', () => {
  test('accepts every key of the contract', () => {
    const configuration = parse(`
workflows: [workflows/*/workflow.yaml]
exclude: [old/**]
rules: {unknown-key: warning, shellcheck/SC2086: off}
overrides:
  - paths: [workflows/old/**]
    rules: {unknown-key: off}
shellcheck: {severity: warning, exclude: [SC2086]}
run:
  modes: [controller, slurm, pbs]
  timeout: 90s
  stable-for: 2
  ready: {http: {path: /health, status: 200-399}}
  env: {A: 1}
  before: touch here
  stubs: {module: exit 0}
workflows-settings:
  desktop: {timeout: 5m}
`);
    expect(validateConfig(configuration)).toBe(true);
  });

  test.each([
    ['an unknown key', { rule: {} }],
    ['an unknown rule', { rules: { 'no-such-rule': 'off' } }],
    ['an unknown level', { rules: { 'unknown-key': 'fatal' } }],
    ['a wrong type', { workflows: 'workflows/*/workflow.yaml' }],
    ['an unknown key inside', { run: { mode: 'slurm' } }],
  ])('refuses %s', (_, configuration) => {
    expect(validateConfig(configuration)).toBe(false);
  });
});
