import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';

/** Marks the processes of a batch job, whatever they did to get away from it. */
export const batchMark = (id: string): string => `batch-${id}`;

/**
 * The environment of a batch job: what a login gives, what the scheduler passes on (SLURM everything unless told otherwise,
 * PBS nothing unless told so), and the scheduler's own variables.
 *
 * @param job the folder of the job in the spool
 */
export function batchEnvironment(world: RunWorld, id: string, job: string): Readonly<Record<string, string>> {
  const text = (name: string): string => world.ports.files.read(joinPath(job, name), 1_000_000) ?? '';
  const submitted = environmentIn(text('env'));
  const name = text('name');
  const from = text('submitted-from');
  const login: Record<string, string> = {};
  for (const key of ['HOME', 'USER', 'LOGNAME', 'SHELL', 'PATH', 'LANG', 'TMPDIR', 'RUNNER_TRACKING_ID']) {
    const value = world.env[key];
    if (value !== undefined) login[key] = value;
  }
  const own = {
    BASH_ENV: world.env['BASH_ENV'] ?? '',
    PW_CHECK_TRACE: world.trace,
    PW_CHECK_RUN: world.marker,
    PW_CHECK_STEP: `${submitted['PW_CHECK_STEP'] ?? 'batch'}/${batchMark(id)}`,
  };
  const passed = passedOn(submitted, text('passes'));
  if (world.plan.mode === 'pbs') {
    return {
      ...login,
      ...passed,
      PBS_JOBID: `${id}.local`,
      PBS_JOBNAME: name,
      PBS_ENVIRONMENT: 'PBS_BATCH',
      PBS_QUEUE: 'workq',
      PBS_O_WORKDIR: from,
      PBS_O_HOME: world.home,
      PBS_O_LOGNAME: world.env['LOGNAME'] ?? '',
      PBS_O_PATH: world.env['PATH'] ?? '',
      PBS_O_SHELL: '/bin/bash',
      PBS_O_HOST: world.ports.machine.hostname,
      ...own,
    };
  }
  return {
    ...login,
    ...passed,
    SLURM_JOB_ID: id,
    SLURM_JOBID: id,
    SLURM_JOB_NAME: name,
    SLURM_SUBMIT_DIR: from,
    SLURM_SUBMIT_HOST: world.ports.machine.hostname,
    SLURM_JOB_NODELIST: text('nodelist'),
    SLURM_NODELIST: text('nodelist'),
    SLURMD_NODENAME: world.ports.machine.hostname,
    SLURM_JOB_NUM_NODES: text('nodes'),
    SLURM_NNODES: text('nodes'),
    SLURM_NTASKS: text('nodes'),
    SLURM_JOB_PARTITION: 'main',
    SLURM_CLUSTER_NAME: 'local',
    ...own,
  };
}

function passedOn(
  submitted: Readonly<Record<string, string>>,
  passes: string,
): Readonly<Record<string, string>> {
  const words = passes.split(',').map((word) => word.trim());
  if (words.includes('ALL')) return submitted;
  const named = words.filter((word) => word !== 'NONE' && word !== '');
  return Object.fromEntries(
    named.flatMap((word) => {
      const at = word.indexOf('=');
      if (at !== -1) return [[word.slice(0, at), word.slice(at + 1)]];
      const value = submitted[word];
      return value === undefined ? [] : [[word, value]];
    }),
  );
}

function environmentIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text
      .split('\0')
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}
