import type { CalledWorkflowFact } from '../../types.ts';

const source = { kind: 'documented', from: 'parallelworks/job_runner v4.0.yaml' } as const;

/** Written as the default of `is_disabled`, and as `ignore` of all beside it. */
const noSlurm = "${{ inputs.resource.schedulerType != 'slurm' || inputs.scheduler == false }}";
const noPbs = "${{ inputs.resource.schedulerType != 'pbs' || inputs.scheduler == false }}";

/** marketplace/job_runner/v4.0 */
export const jobRunnerV40 = {
  slug: 'job_runner',
  version: 'v4.0',
  description:
    'Runs a script on a resource, on its login node or through SLURM or PBS, and writes job.started and HOSTNAME for sessions.',
  sameEverywhere: true,
  markers: 'asked',
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
      ignore: '${{ inputs.use_existing_script == true }}',
    },
    {
      name: 'script_path',
      type: 'string',
      optional: true,
      ignore: '${{ inputs.use_existing_script == false }}',
    },
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
          default: noSlurm,
          conditional: true,
        },
        { name: 'account', type: 'slurm-accounts', optional: true, ignore: noSlurm },
        { name: 'partition', type: 'slurm-partitions', optional: true, ignore: noSlurm },
        { name: 'qos', type: 'slurm-qos', optional: true, ignore: noSlurm },
        { name: 'time', type: 'string', default: '04:00:00', ignore: noSlurm },
        { name: 'nodes', type: 'number', optional: true, default: 1, ignore: noSlurm },
        { name: 'cpus_per_task', type: 'number', optional: true, default: 4, ignore: noSlurm },
        { name: 'gres', type: 'string', optional: true, ignore: noSlurm },
        { name: 'mem', type: 'string', optional: true, ignore: noSlurm },
        { name: 'constraint', type: 'string', optional: true, ignore: noSlurm },
        { name: 'array', type: 'string', optional: true, ignore: noSlurm },
        { name: 'scheduler_directives', type: 'editor', optional: true, ignore: noSlurm },
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
          default: noPbs,
          conditional: true,
        },
        { name: 'account', type: 'string', optional: true, ignore: noPbs },
        { name: 'queue', type: 'string', optional: true, ignore: noPbs },
        { name: 'walltime', type: 'string', default: '04:00:00', ignore: noPbs },
        { name: 'select', type: 'string', optional: true, ignore: noPbs },
        { name: 'scheduler_directives', type: 'editor', optional: true, ignore: noPbs },
      ],
    },
  ],
} as const satisfies CalledWorkflowFact;
