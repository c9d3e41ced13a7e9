import type { CalledWorkflowFact } from '../../types.ts';

const source = { kind: 'documented', from: 'parallelworks/job_runner v3.5.yaml' } as const;

/** marketplace/job_runner/v3.5 */
export const jobRunnerV35 = {
  slug: 'job_runner',
  version: 'v3.5',
  description: 'Runs a script on a resource, on its login node or through SLURM or PBS.',
  sameEverywhere: true,
  evidence: source,
  outputs: [{ name: 'jobid', description: 'The number of the scheduler job.', evidence: source }],
  inputs: [
    { name: 'resource', type: 'compute-clusters' },
    { name: 'shebang', type: 'string', default: '#!/bin/bash' },
    { name: 'rundir', type: 'string', default: '${PWD}' },
    { name: 'use_existing_script', type: 'boolean', default: false },
    {
      name: 'script',
      type: 'editor',
      default: 'echo "$(date) Running in directory ${{ inputs.rundir }} on ${HOSTNAME}"\n',
      conditional: true,
    },
    { name: 'script_path', type: 'string', conditional: true },
    { name: 'scheduler', type: 'boolean', default: false, conditional: true },
    {
      name: 'slurm',
      type: 'group',
      conditional: true,
      items: [
        {
          name: 'is_disabled',
          type: 'boolean',
          default:
            "${{ inputs.resource.provider == 'existing' && inputs.resource.schedulerType != 'slurm' || inputs.scheduler == false }}",
          conditional: true,
        },
        { name: 'partition', type: 'slurm-partitions', optional: true, conditional: true },
        { name: 'time', type: 'string', default: '01:00:00', conditional: true },
        { name: 'scheduler_directives', type: 'editor', optional: true, conditional: true },
      ],
    },
    {
      name: 'pbs',
      type: 'group',
      conditional: true,
      items: [
        {
          name: 'is_disabled',
          type: 'boolean',
          default: "${{ inputs.resource.schedulerType != 'pbs' || inputs.scheduler == false }}",
          conditional: true,
        },
        { name: 'scheduler_directives', type: 'editor', conditional: true },
      ],
    },
  ],
} as const satisfies CalledWorkflowFact;
