import { check } from '../../src/app/check.ts';
import type { OptionWords } from '../../src/app/option-table.ts';
import { type CheckRequest, readRequest } from '../../src/app/request.ts';
import type { World } from '../../src/app/world.ts';
import { readBaseline } from '../../src/lint/baseline.ts';
import { fakeWorld } from './fake-world.ts';

const workflow = (...lines: readonly string[]): string =>
  `'on': {execute: {inputs: {}}}\njobs:\n  a:\n    steps:\n${lines.map((line) => `      - run: ${line}\n`).join('')}`;
const wrong = (name: string): string => 'echo ${{ inputs.NAME }}'.replace('NAME', name);

/** A repository whose files can be written. */
function repository(texts: Readonly<Record<string, string>>) {
  const written: Record<string, string> = {};
  const open = (): World =>
    Object.assign(fakeWorld({ ...texts, ...written }), {
      write: (path: string, text: string) => {
        written[path] = text;
      },
    });
  return {
    written,
    /** What the report leaves out. */
    async leftOut(options: OptionWords = {}, change: Partial<CheckRequest> = {}) {
      const read = readRequest({ command: 'lint', paths: [], options });
      if (read.kind === 'refused') throw new Error(read.message);
      const watcher = { say: () => {}, watch: () => {} };
      const result = await check({ ...read.request, ...change }, open(), watcher, new AbortController());
      return result.kind === 'refused' ? result.message : result.report.leftOut;
    },
    async lint(options: OptionWords = {}, upkeep?: 'shrink', stage: 'lint' | 'check' = 'lint') {
      const read = readRequest({ command: stage, paths: [], options });
      if (read.kind === 'refused') throw new Error(read.message);
      const request = upkeep === undefined ? read.request : { ...read.request, upkeep };
      const watcher = { say: () => {}, watch: () => {} };
      const result = await check(request, open(), watcher, new AbortController());
      if (result.kind === 'refused') return result.message;
      const { diagnostics, remarks } = result.report;
      return {
        rules: diagnostics.map((one) => one.rule),
        remarks: remarks.filter((one) => !/shellcheck/i.test(one)),
      };
    },
  };
}

const path = 'workflows/x/workflow.yaml';
const configuration = { '.pw-workflow-check.yaml': 'baseline: known.json\n' };

test('a baseline of the configuration is written, known, and shrinks by itself', async () => {
  const two = repository({ ...configuration, [path]: workflow(wrong('one'), wrong('two')) });
  expect(await two.lint()).toBe('the baseline "known.json" cannot be read: there is no such file');
  expect(await two.lint({ 'update-baseline': ['true'] })).toEqual({
    rules: [],
    remarks: ['known.json: 2 findings written'],
  });
  expect(await two.lint()).toEqual({ rules: [], remarks: [] });
  const known = two.written['known.json'] ?? '';
  expect(known).toContain('"rule":"undeclared-input"');

  const one = repository({
    ...configuration,
    [path]: workflow(wrong('one'), wrong('new')),
    'known.json': known,
  });
  expect(await one.lint()).toEqual({
    rules: ['undeclared-input'],
    remarks: ['1 finding of known.json is gone: take it out with --update-baseline'],
  });
  expect(one.written).toEqual({});
  expect(await one.lint({ only: ['undeclared-input'] }, 'shrink')).toMatchObject({ remarks: [] });
  expect(one.written).toEqual({});
  expect(await one.lint({}, 'shrink')).toMatchObject({
    remarks: ['1 finding of known.json is gone, and taken out of it'],
  });
  const left = readBaseline(one.written['known.json'] ?? '');
  expect(left.kind === 'baseline' && left.findings).toHaveLength(1);
});

test('what a run or ShellCheck said stays in the baseline while neither is asked', async () => {
  const known = JSON.stringify({
    findings: [
      { rule: 'shellcheck/SC2086', fingerprint: '1' },
      { rule: 'marker-order', fingerprint: '2' },
    ],
  });
  const all = repository({ ...configuration, [path]: workflow('date'), 'known.json': known });
  await all.lint({}, 'shrink');
  expect(all.written).toEqual({});
});

test('the baseline is not written from a part of what there is', async () => {
  const some = repository({ ...configuration, [path]: workflow('date'), 'known.json': '[]' });
  expect(await some.lint({ 'update-baseline': ['true'], skip: ['undeclared-input'] })).toMatch(
    /leave out paths, --only, --skip/,
  );
  expect(some.written).toEqual({});
});

test('a workflow with a known error is not started', async () => {
  const strict = { '.pw-workflow-check.yaml': 'baseline: known.json\nrules: {undeclared-input: error}\n' };
  const faulty = repository({ ...strict, [path]: workflow(wrong('one')) });
  await faulty.lint({ 'update-baseline': ['true'] });
  const read = readRequest({ command: 'check', paths: [], options: {} });
  if (read.kind === 'refused') throw new Error(read.message);
  const world = fakeWorld({ ...strict, [path]: workflow(wrong('one')), ...faulty.written });
  const result = await check(read.request, world, { say: () => {}, watch: () => {} }, new AbortController());
  expect(result).toMatchObject({
    report: { workflows: [{ outcome: 'skipped', reason: 'not started: the baseline knows 1 fault of it' }] },
  });
});

test('the configuration says what fails, and the request stands above it', async () => {
  const world = fakeWorld({ '.pw-workflow-check.yaml': 'fail-on: warning\n', [path]: workflow('date') });
  const failOn = async (options: OptionWords) => {
    const read = readRequest({ command: 'lint', paths: [], options });
    if (read.kind === 'refused') throw new Error(read.message);
    const result = await check(
      read.request,
      world,
      { say: () => {}, watch: () => {} },
      new AbortController(),
    );
    return result.kind === 'report' && result.failOn;
  };
  expect([await failOn({}), await failOn({ 'fail-on': ['note'] })]).toEqual(['warning', 'note']);
});

test('a report says what it leaves out, whoever wanted that', async () => {
  const { leftOut } = repository({ [path]: workflow(wrong('one')) });
  expect(await leftOut()).toBeUndefined();
  expect(await leftOut({ only: ['yaml-syntax'] })).toEqual(['rules that were not asked']);
  expect(await leftOut({ skip: ['yaml-syntax'] })).toEqual(['rules that were not asked']);
  const runs = await leftOut(
    {},
    { stage: 'run', changed: { kind: 'known', changes: { kind: 'changes', changes: [], since: 'x' } } },
  );
  expect(runs).toEqual(['what linting finds']);
  const { lint, leftOut: known } = repository({ ...configuration, [path]: workflow(wrong('one')) });
  expect(await known({ 'update-baseline': ['true'] })).toEqual(['findings that are known already']);
  await lint({ 'update-baseline': ['true'] });
  expect(await known()).toEqual(['findings that are known already']);
});
