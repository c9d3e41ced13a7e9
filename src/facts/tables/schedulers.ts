import type { SchedulerFact } from '../types.ts';

const runner = { kind: 'observed', from: 'parallelworks/job_runner v4.0.yaml' } as const;

/** The batch schedulers that resources can have. */
export const schedulers = [
  {
    name: 'slurm',
    submit: 'sbatch',
    cancel: 'scancel',
    query: 'squeue',
    directive: '#SBATCH',
    evidence: runner,
  },
  { name: 'pbs', submit: 'qsub', cancel: 'qdel', query: 'qstat', directive: '#PBS', evidence: runner },
] as const satisfies readonly SchedulerFact[];
