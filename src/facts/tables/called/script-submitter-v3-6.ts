import type { CalledWorkflowFact } from '../../types.ts';

const source = {
  kind: 'observed',
  from: 'parallelworks/interactive_session workflow/yamls/script_submitter v3.6, general',
} as const;

/** marketplace/script_submitter/v3.6; each deployment has its own variant. */
export const scriptSubmitterV36 = {
  slug: 'script_submitter',
  version: 'v3.6',
  description:
    'Runs a script on a resource: on its login node, through SLURM or PBS, or through a scheduler agent.',
  sameEverywhere: false,
  markers: 'never',
  evidence: source,
  outputs: [],
  inputs: [
    { name: 'resource', type: 'compute-clusters' },
    { name: 'shebang', type: 'string', default: '#!/bin/bash' },
    { name: 'rundir', type: 'string', default: '${PWD}' },
    { name: 'use_existing_script', type: 'boolean', default: false },
    { name: 'script', type: 'editor', assumed: '', conditional: true },
    { name: 'script_path', type: 'string', conditional: true },
    { name: 'define_cleanup_script', type: 'boolean', default: false },
    { name: 'cleanup_script_path', type: 'string', assumed: '', conditional: true },
    { name: 'scheduler', type: 'boolean', default: false },
    { name: 'use_scheduler_agent', type: 'boolean', default: false },
    { name: 'submit_and_exit', type: 'boolean', default: false },
    { name: 'skip_cleanups_file', type: 'string', assumed: '', conditional: true },
    {
      name: 'slurm',
      type: 'group',
      items: [
        {
          name: 'is_enabled',
          type: 'boolean',
          assumed: "${{ inputs.scheduler == true && inputs.resource.schedulerType == 'slurm' }}",
          conditional: true,
        },
        { name: 'partition', type: 'slurm-partitions', optional: true, conditional: true },
        { name: 'time', type: 'string', conditional: true },
        { name: 'gpus', type: 'string', optional: true, conditional: true },
        { name: 'scheduler_directives', type: 'editor', optional: true, conditional: true },
      ],
    },
    {
      name: 'pbs',
      type: 'group',
      items: [
        {
          name: 'is_enabled',
          type: 'boolean',
          assumed: "${{ inputs.scheduler == true && inputs.resource.schedulerType == 'pbs' }}",
          conditional: true,
        },
        { name: 'scheduler_directives', type: 'editor', optional: true, conditional: true },
      ],
    },
  ],
} as const satisfies CalledWorkflowFact;
