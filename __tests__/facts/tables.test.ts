import { calledWorkflowOf, calledWorkflows } from '../../src/facts/called-workflows.ts';
import { inputTypeNamed, inputTypes, keysOfInputType } from '../../src/facts/input-types.ts';
import { allSections, sectionNamed } from '../../src/facts/sections.ts';
import { actions } from '../../src/facts/tables/actions.ts';
import { environmentVariables } from '../../src/facts/tables/environment-variables.ts';
import { foreignKeys } from '../../src/facts/tables/foreign-keys.ts';
import { namePatterns } from '../../src/facts/tables/name-patterns.ts';
import type { CalledInputFact, ValueShape } from '../../src/facts/types.ts';

function namesIn(shape: ValueShape): readonly string[] {
  if (typeof shape === 'string') return [];
  if ('either' in shape) return shape.either.flatMap(namesIn);
  if ('section' in shape) return [shape.section];
  if ('list' in shape) return namesIn(shape.list);
  if ('map' in shape) return namesIn(shape.map);
  return [];
}

function doubles(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

describe('the tables of facts', () => {
  test('hold every section that a shape names', () => {
    const keys = [
      ...allSections().flatMap((section) => section.keys),
      ...inputTypes.flatMap((type) => type.keys),
    ];
    const known = allSections().map((section) => section.name as string);
    expect(keys.flatMap((key) => namesIn(key.value)).filter((name) => !known.includes(name))).toEqual([]);
  });

  test('name nothing twice', () => {
    expect(doubles(allSections().map((section) => section.name))).toEqual([]);
    expect(doubles(inputTypes.map((type) => type.name))).toEqual([]);
    expect(doubles(environmentVariables.map((variable) => variable.name))).toEqual([]);
    for (const section of allSections()) expect(doubles(section.keys.map((key) => key.name))).toEqual([]);
    for (const type of inputTypes)
      expect(doubles(keysOfInputType(type.name).map((key) => key.name))).toEqual([]);
  });

  test('give the evidence of every key', () => {
    const keys = [
      ...allSections().flatMap((section) => section.keys),
      ...inputTypes.flatMap((type) => type.keys),
    ];
    for (const key of keys) expect(key.evidence.from).not.toBe('');
  });

  test('have patterns that can be compiled', () => {
    for (const { pattern } of namePatterns) expect(() => new RegExp(pattern, 'u')).not.toThrow();
  });

  test('never call a key foreign that the section has', () => {
    const wrong = foreignKeys.filter(({ section, key }) =>
      sectionNamed(section).keys.some((known) => known.name === key),
    );
    expect(wrong).toEqual([]);
  });

  test('replace a foreign key only by one that the section has', () => {
    const wrong = foreignKeys.filter(
      ({ section, instead }) =>
        instead !== undefined && !sectionNamed(section).keys.some((known) => known.name === instead),
    );
    expect(wrong).toEqual([]);
  });

  test('describe the arguments of every action', () => {
    for (const action of actions) expect(sectionNamed(action.with).keys.length).toBeGreaterThan(0);
  });

  test('hold the 39 published types of inputs', () => {
    expect(inputTypes.filter((type) => type.retired === undefined)).toHaveLength(39);
  });

  test('give called workflows only types of inputs that exist', () => {
    const types = (inputs: readonly CalledInputFact[]): readonly string[] =>
      inputs.flatMap((input) => [input.type, ...types(input.items ?? [])]);
    const unknown = calledWorkflows
      .flatMap((called) => types(called.inputs))
      .filter((type) => !inputTypeNamed(type));
    expect(unknown).toEqual([]);
  });
});

describe('calledWorkflowOf', () => {
  test('finds a published workflow in both spellings of its version', () => {
    expect(calledWorkflowOf('marketplace/job_runner/v4.0')?.version).toBe('v4.0');
    expect(calledWorkflowOf('marketplace/job_runner@v4.0')?.version).toBe('v4.0');
  });

  test('knows nothing of other names, versions and forms', () => {
    expect(calledWorkflowOf('marketplace/job_runner/v9.9')).toBeUndefined();
    expect(calledWorkflowOf('marketplace/job_runner')).toBeUndefined();
    expect(calledWorkflowOf('workflow/job_runner/v4.0')).toBeUndefined();
  });
});
