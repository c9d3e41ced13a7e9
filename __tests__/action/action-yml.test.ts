import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { actionInputs, inputOf, optionsOf, variableOf } from '../../src/action/inputs.ts';
import { readSettings } from '../../src/action/settings.ts';
import { optionTable } from '../../src/app/option-table.ts';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id: string;
      readonly shell: string;
      readonly uses?: string;
      readonly run: string;
      readonly env: Readonly<Record<string, string>>;
    }[];
  };
}

const action = parse(readFileSync('action.yml', 'utf8')) as ActionFile;
const [step] = action.runs.steps;

test('the action is composite, one step, and calls no other action', () => {
  expect(action.runs.using).toBe('composite');
  expect(action.runs.steps).toHaveLength(1);
  expect(step?.uses).toBeUndefined();
  expect(step?.shell).toBe('bash');
});

test('every input is handed over by a variable, and no other', () => {
  const names = actionInputs.map((input) => input.name);
  expect(Object.keys(action.inputs)).toEqual(names);
  expect(step?.env).toEqual(
    Object.fromEntries(names.map((name) => [variableOf(name), `\${{ inputs.${name} }}`])),
  );
});

test('nothing is written into the script line', () => {
  expect(step?.run).not.toContain('${{');
});

test('every input has words and a default', () => {
  for (const [name, input] of Object.entries(action.inputs)) {
    expect([name, input.description !== '', typeof input.default]).toEqual([name, true, 'string']);
  }
});

test('the outputs of the contract are there', () => {
  const names = [
    'outcome',
    'errors',
    'warnings',
    'notes',
    'workflows',
    'failed-workflows',
    'report',
    'sarif',
    'name',
    'release-ready',
  ];
  expect(Object.entries(action.outputs).map(([name, output]) => [name, output.value])).toEqual(
    names.map((name) => [name, `\${{ steps.check.outputs.${name} }}`]),
  );
});

test('inputs that become options name options that there are', () => {
  const options: readonly string[] = optionTable.map((row) => row.name);
  for (const input of actionInputs) {
    if ('option' in input) expect(options).toContain(input.option);
  }
});

test('the defaults are a request that can be carried out', () => {
  const environment = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [variableOf(name), input.default]),
  );
  expect(readSettings(environment)).toMatchObject({ kind: 'settings' });
  expect(optionsOf(environment)).toEqual({ screenshot: ['false'] });
});

test('an input is trimmed, and empty when it is not there', () => {
  expect(inputOf('fail-on', { INPUT_FAIL_ON: ' note\n' })).toBe('note');
  expect(inputOf('fail-on', {})).toBe('');
});

test('a word that an input does not take is refused', () => {
  expect(readSettings({ INPUT_COMMENT: 'sometimes' })).toEqual({
    kind: 'refused',
    message:
      'the input "comment" does not take "sometimes": expected one of off, on-change, on-failure, always',
  });
});
