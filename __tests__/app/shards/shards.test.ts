import type { OptionWords } from '../../../src/app/option-table.ts';
import { readRequest } from '../../../src/app/request.ts';
import { costOf, partOf } from '../../../src/app/shards/shards.ts';
import { type RunSettings, usualConfiguration } from '../../../src/lint/configuration/configuration.ts';
import { documentOf } from '../../../src/report/document/document-of.ts';
import { formatJson } from '../../../src/report/document/json.ts';
import { filePath } from '../../../src/source/span.ts';
import { reportOf, runOf } from '../../report/sample-report.ts';
import { fakeWorld } from '../fake-world.ts';

const costs: Readonly<Record<string, number>> = { a: 9, b: 1, c: 1, d: 4, e: 4, f: 1, g: 0 };
const names = Object.keys(costs);
const parts = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    partOf(names, { index: index + 1, count }, (name) => costs[name] ?? 0),
  );

test.each([1, 2, 3, 7, 12])('%d parts hold every workflow once, in order', (count) => {
  expect(parts(count).flat().sort()).toEqual(names);
  for (const part of parts(count)) expect(part).toEqual([...part].sort());
});

test('parts cost about the same', () => {
  const loads = parts(2).map((part) => part.reduce((sum, name) => sum + (costs[name] ?? 0), 0));
  expect(loads).toEqual([10, 10]);
});

test('workflows of equal cost are dealt out in turn', () => {
  expect(partOf(names, { index: 2, count: 3 }, () => 1)).toEqual(['b', 'e']);
});

/** What a workflow in `workflows/NAME` costs. */
function costOfNamed(
  name: string,
  command: 'lint' | 'check',
  options: OptionWords = {},
  files: Readonly<Record<string, string>> = {},
  settings: { readonly run?: RunSettings; readonly own?: Readonly<Record<string, RunSettings>> } = {},
) {
  const answer = readRequest({ command, paths: [], options });
  if (answer.kind === 'refused') throw new Error(answer.message);
  const configuration = {
    ...usualConfiguration,
    run: settings.run ?? {},
    workflowsSettings: settings.own ?? {},
  };
  const costs = costOf(answer.request, configuration, fakeWorld(files));
  return costs.kind === 'refused'
    ? costs.message
    : costs.cost(filePath(`workflows/${name}/workflow.yaml`), name);
}

const scenarios = Object.fromEntries(
  ['a/ci/big', 'a/ci/small', 'b/ci/big'].map((name) => [`workflows/${name}.yaml`, '{}\n']),
);
const settings = {
  run: { modes: ['slurm', 'pbs'] },
  own: { a: { modes: ['slurm', 'pbs', 'controller'] } },
} as const;

test.each<
  [string, string, Parameters<typeof costOfNamed>[1], OptionWords, Parameters<typeof costOfNamed>[4], number]
>([
  ['the same as others when it is linted only', 'a', 'lint', {}, settings, 1],
  ['a run', 'c', 'check', {}, {}, 1],
  ['a run for each scenario', 'a', 'check', {}, {}, 2],
  ['a run for the scenario that is asked for', 'a', 'check', { scenario: ['big'] }, {}, 1],
  ['a run where it lacks the scenario', 'b', 'check', { scenario: ['small'] }, {}, 1],
  ['a run for each mode of all workflows', 'b', 'check', {}, settings, 2],
  ['a run for each mode of its own, and each scenario', 'a', 'check', {}, settings, 6],
  [
    'a run for each mode that is asked for, and each scenario',
    'a',
    'check',
    { mode: ['slurm'] },
    settings,
    2,
  ],
  ['a run for each repetition', 'c', 'check', { repeat: ['3'] }, {}, 3],
  ['as any other when it is named like what every object has', 'constructor', 'check', {}, settings, 2],
])('without a report a workflow costs %s', (_, name, command, options, given, cost) => {
  expect(costOfNamed(name, command, options, scenarios, given)).toBe(cost);
});

test('a workflow costs what its runs took in a report, and one that is not there as much as is usual', () => {
  const run = (name: string, ...ms: readonly number[]) =>
    runOf({
      path: filePath(`workflows/${name}/workflow.yaml`),
      phases: ms.map((one) => ({ phase: 'start' as const, ms: one })),
    });
  const runs = [run('a', 10, 20), run('a', 5), run('b', 100), run('c', 40), run('d')];
  const files = { 'times.json': formatJson(documentOf(reportOf({}, undefined, { runs }))), ...scenarios };
  const cost = (name: string) => costOfNamed(name, 'check', { times: ['times.json'] }, files, settings);
  expect(['a', 'b', 'c', 'd'].map(cost)).toEqual([35, 100, 40, 1]);
  // The middle one of 1, 35, 40 and 100, for each of two modes.
  expect(cost('e')).toBe(80);
});

test.each([
  ['none.json', /^"none\.json" cannot be read: /],
  ['list.json', /^"list\.json" is no report: /],
])('the times of %s are refused', (file, message) => {
  expect(costOfNamed('a', 'check', { times: [file] }, { 'list.json': '[]' })).toMatch(message);
});
