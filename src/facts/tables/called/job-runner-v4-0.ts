import type { CalledWorkflowFact } from '../../types.ts';

const source = { kind: 'documented', from: 'parallelworks/job_runner v4.0.yaml' } as const;

/** marketplace/job_runner/v4.0 */
export const jobRunnerV40 = {
  slug: 'job_runner',
  version: 'v4.0',
  description:
    'Runs a script on a resource, on its login node or through SLURM or PBS, and writes job.started and HOSTNAME for sessions.',
  sameEverywhere: true,
  evidence: source,
  outputs: [
    { name: 'exit_code', description: 'The exit status of the script on the login node.', evidence: source },
    { name: 'jobid', description: 'The number of the scheduler job.', evidence: source },
  ],
  inputs: [
    { name: 'resource', type: 'compute-clusters' },
    { name: 'shebang', type: 'string', default: '#!/bin/bash' },
    { name: 'rundir', type: 'string', default: '${PWD}' },
    { name: 'use_existing_script', type: 'boolean', default: false },
    {
      name: 'script',
      type: 'editor',
      default: 'echo "$(date) Running in directory ${PWD} on ${HOSTNAME}"\n',
      conditional: true,
    },
    { name: 'script_path', type: 'string', optional: true, conditional: true },
    { name: 'scheduler', type: 'boolean', default: false, conditional: true },
    { name: 'inject_markers', type: 'boolean', default: true },
    { name: 'poll_interval', type: 'number', default: 15, conditional: true },
    {
      name: 'slurm',
      type: 'group',
      conditional: true,
      items: [
        {
          name: 'is_disabled',
          type: 'boolean',
          default: "${{ inputs.resource.schedulerType != 'slurm' || inputs.scheduler == false }}",
          conditional: true,
        },
        { name: 'account', type: 'slurm-accounts', optional: true, conditional: true },
        { name: 'partition', type: 'slurm-partitions', optional: true, conditional: true },
        { name: 'qos', type: 'slurm-qos', optional: true, conditional: true },
        { name: 'time', type: 'string', default: '04:00:00', conditional: true },
        { name: 'nodes', type: 'number', optional: true, default: 1, conditional: true },
        { name: 'cpus_per_task', type: 'number', optional: true, default: 4, conditional: true },
        { name: 'gres', type: 'string', optional: true, conditional: true },
        { name: 'mem', type: 'string', optional: true, conditional: true },
        { name: 'constraint', type: 'string', optional: true, conditional: true },
        { name: 'array', type: 'string', optional: true, conditional: true },
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
        { name: 'account', type: 'string', optional: true, conditional: true },
        { name: 'queue', type: 'string', optional: true, conditional: true },
        { name: 'walltime', type: 'string', default: '04:00:00', conditional: true },
        { name: 'select', type: 'string', optional: true, conditional: true },
        { name: 'scheduler_directives', type: 'editor', optional: true, conditional: true },
      ],
    },
  ],
} as const satisfies CalledWorkflowFact;
