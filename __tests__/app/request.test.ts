import type { OptionWords } from '../../src/app/option-table.ts';
import { readDuration, readRequest } from '../../src/app/request.ts';
import { admitRequest } from '../../src/app/untrusted-event.ts';

function read(options: OptionWords, command: 'check' | 'lint' | 'run' = 'check') {
  return readRequest({ command, paths: [], options });
}

function request(options: OptionWords, command: 'check' | 'lint' | 'run' = 'check') {
  const answer = read(options, command);
  if (answer.kind === 'refused') throw new Error(answer.message);
  return answer.request;
}

test('without options everything has its usual value', () => {
  expect(request({})).toMatchObject({
    stage: 'check',
    failOn: undefined,
    upkeep: 'leave',
    fix: 'none',
    repairs: 'written',
    keep: 'remove',
    start: 'run',
    repeat: 1,
    modes: [],
    shard: undefined,
  });
});

test('values are read', () => {
  expect(
    request({
      'fail-on': ['warning'],
      input: ['group.item=a=b', 'x='],
      mode: ['slurm,pbs', 'slurm'],
      timeout: ['90s'],
      'stable-for': ['500ms'],
      shard: ['2/3'],
      jobs: ['4'],
      'fix-unsafe': ['true'],
      only: ['a, b\nc'],
    }),
  ).toMatchObject({
    failOn: 'warning',
    inputs: { 'group.item': 'a=b', x: '' },
    modes: ['slurm', 'pbs'],
    timeoutMs: 90_000,
    stableForMs: 500,
    shard: { index: 2, count: 3 },
    jobs: 4,
    fix: 'unsafe',
    only: ['a', 'b', 'c'],
  });
});

test.each<[OptionWords, string]>([
  [
    { 'fail-on': ['eror'] },
    '--fail-on does not take "eror": expected one of error, warning, note, never; did you mean "error"?',
  ],
  [
    { mode: ['slrum'] },
    '--mode does not take "slrum": expected one of controller, slurm, pbs; did you mean "slurm"?',
  ],
  [{ input: ['novalue'] }, '-i does not take "novalue": expected KEY=VALUE, as in -i group.item=3'],
  [{ timeout: ['soon'] }, '--timeout does not take "soon": expected a duration such as 90s, 2m or 500ms'],
  [{ shard: ['4/3'] }, '--shard does not take "4/3": expected I/N with I from 1 to N, as in 2/3'],
  [{ jobs: ['0'] }, '--jobs does not take "0": expected a whole number from 1 to 64'],
])('%j is refused', (options, message) => {
  expect(read(options)).toEqual({ kind: 'refused', message });
});

test.each([
  ['90', 90_000],
  ['1.5s', 1500],
  ['2m', 120_000],
  ['2min', 120_000],
  ['500ms', 500],
  ['1h', 3_600_000],
  ['0', undefined],
  ['-1s', undefined],
  ['2 days', undefined],
  ['48h', undefined],
  ['', undefined],
])('the duration "%s" is %p ms', (text, ms) => {
  expect(readDuration(text)).toBe(ms);
});

test('an event with the rights of the repository lints, says so, and does not run', () => {
  const admitted = admitRequest(request({}), 'pull_request_target', 'refused');
  expect(admitted).toMatchObject({ kind: 'request', request: { stage: 'lint' } });
  expect(admitted).toHaveProperty('remark');
  expect(admitRequest(request({}, 'run'), 'workflow_run', 'refused').kind).toBe('refused');
  expect(admitRequest(request({}, 'run'), 'workflow_run', 'allowed').kind).toBe('request');
  expect(admitRequest(request({}), 'pull_request', 'refused')).toEqual({
    kind: 'request',
    request: request({}),
  });
});
