import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
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
