import { jobRunnerV35 } from '../../../src/facts/tables/called/job-runner-v3-5.ts';
import { jobRunnerV40 } from '../../../src/facts/tables/called/job-runner-v4-0.ts';
import { jobRunnerV50 } from '../../../src/facts/tables/called/job-runner-v5-0.ts';
import { scriptSubmitterV36 } from '../../../src/facts/tables/called/script-submitter-v3-6.ts';
import { emulatedCall } from '../../../src/plan/built-in/emulated-call.ts';

const slurm = { schedulerType: 'slurm', provider: 'existing' };
const none = { schedulerType: '', provider: 'existing' };

describe('the form of job_runner v4.0', () => {
  const { fill, missing, injectsMarkers } = emulatedCall(jobRunnerV40, []);

  test('has the published defaults, and an empty text counts as not passed', () => {
    const { slurm: group, ...rest } = fill({
      resource: slurm,
      scheduler: true,
      shebang: '',
      poll_interval: 3,
    });
    expect(rest).toMatchObject({
      shebang: '#!/bin/bash',
      rundir: '${PWD}',
      inject_markers: true,
      poll_interval: 3,
      script_path: '',
      pbs: { is_disabled: true, walltime: '' },
    });
    expect(group).toMatchObject({ is_disabled: false, time: '04:00:00', nodes: 1, cpus_per_task: 4 });
    expect(group).toHaveProperty('account', undefined);
  });
  test('gives ignored inputs as the empty text, whatever was passed', () => {
    const passed = { slurm: { account: 'mine', time: '1:00' }, script: 'echo', script_path: 'run.sh' };
    const off = fill({ ...passed, resource: none, scheduler: true, use_existing_script: true });
    expect(off).toMatchObject({
      script: '',
      script_path: 'run.sh',
      slurm: { is_disabled: true, account: '', time: '' },
    });
    const on = fill({ ...passed, resource: slurm, scheduler: true });
    expect(on).toMatchObject({ script: 'echo', script_path: '', slurm: { account: 'mine', time: '1:00' } });
  });
  test('takes a group that is said to be on, without the values that it ignores all the same', () => {
    const filled = fill({ resource: none, slurm: { is_disabled: false, partition: 'p' } });
    expect(filled).toMatchObject({ slurm: { is_disabled: false, partition: '' } });
  });
  test('lets through what it does not know', () => {
    expect(fill({ resource: none, other: 1, slurm: { other: 2 } })).toMatchObject({
      other: 1,
      slurm: { other: 2 },
    });
  });
  test('asks for a resource and nothing else', () => {
    expect(missing({})).toEqual(['resource']);
    expect(missing({ resource: '' })).toEqual(['resource']);
    expect(missing({ resource: none })).toEqual([]);
  });
  test.each([
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
  ])('announces the service when inject_markers is %j: %j', (given, expected) => {
    expect(injectsMarkers(fill({ resource: none, inject_markers: given }))).toBe(expected);
  });
});

test('job_runner v3.5 takes SLURM for anything that is not an existing cluster, and never announces the service', () => {
  const { fill, injectsMarkers } = emulatedCall(jobRunnerV35, []);
  const cloud = fill({ resource: { schedulerType: '', provider: 'aws' }, scheduler: true });
  expect(cloud).toMatchObject({
    slurm: { is_disabled: false, time: '01:00:00' },
    pbs: { is_disabled: true },
  });
  expect(fill({ resource: none, scheduler: true })).toMatchObject({ slurm: { is_disabled: true, time: '' } });
  expect(fill({ resource: none, rundir: '/r' })).toMatchObject({
    script: 'echo "$(date) Running in directory /r on ${HOSTNAME}"\n',
  });
  expect(injectsMarkers({ inject_markers: true })).toBe(false);
});

test('job_runner v5.0 turns on its first site, and asks for nothing', () => {
  const { fill, missing, injectsMarkers } = emulatedCall(jobRunnerV50, []);
  expect(missing({})).toEqual([]);
  expect(fill({ sites_1: { enabled: true, slurm: { time: '1:00' } } })).toMatchObject({
    execution_mode: 'race',
    sites_0: { enabled: true, name: 'Site-0', scheduler: false },
    sites_1: { enabled: true, name: 'Site-1', slurm: { time: '1:00', nodes: 1 } },
    sites_2: { enabled: false },
  });
  expect(injectsMarkers({})).toBe(true);
});

test('script_submitter v3.6 takes the scheduler of the resource, unless a group says otherwise', () => {
  const { fill } = emulatedCall(scriptSubmitterV36, []);
  expect(fill({ resource: slurm, scheduler: true })).toMatchObject({
    script: '',
    slurm: { is_enabled: true },
    pbs: { is_enabled: false },
  });
  expect(fill({ resource: slurm })).toMatchObject({ slurm: { is_enabled: false } });
  expect(fill({ resource: slurm, scheduler: true, slurm: { is_enabled: false } })).toMatchObject({
    slurm: { is_enabled: false },
  });
});
