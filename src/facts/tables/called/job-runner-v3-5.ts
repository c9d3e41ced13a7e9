import type { CalledWorkflowFact } from '../../types.ts';

const source = { kind: 'documented', from: 'parallelworks/job_runner v3.5.yaml' } as const;

/** Written as the default of `is_disabled`, and as `ignore` of all beside it. */
const noSlurm =
  "${{ inputs.resource.provider == 'existing' && inputs.resource.schedulerType != 'slurm' || inputs.scheduler == false }}";
const noPbs = "${{ inputs.resource.schedulerType != 'pbs' || inputs.scheduler == false }}";

/** marketplace/job_runner/v3.5 */
export const jobRunnerV35 = {
  slug: 'job_runner',
  version: 'v3.5',
  description: 'Runs a script on a resource, on its login node or through SLURM or PBS.',
  sameEverywhere: true,
  markers: 'never',
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
      ignore: '${{ inputs.use_existing_script == true }}',
    },
    { name: 'script_path', type: 'string', ignore: '${{ inputs.use_existing_script == false }}' },
    {
      name: 'scheduler',
      type: 'boolean',
      default: false,
      ignore: "${{ inputs.resource.schedulerType == '' }}",
    },
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
        { name: 'partition', type: 'slurm-partitions', optional: true, ignore: noSlurm },
        { name: 'time', type: 'string', default: '01:00:00', ignore: noSlurm },
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
        { name: 'scheduler_directives', type: 'editor', ignore: noPbs },
      ],
    },
  ],
} as const satisfies CalledWorkflowFact;
