import type { CalledWorkflowFact } from '../../types.ts';

const source = {
  kind: 'observed',
  from: 'parallelworks/interactive_session workflow/yamls/session_runner v1.4',
} as const;

/** marketplace/session_runner/v1.4; each deployment has its own variant. */
export const sessionRunnerV14 = {
  slug: 'session_runner',
  version: 'v1.4',
  description: 'Submits a service, waits for it and updates its session, in one call.',
  sameEverywhere: false,
  markers: 'always',
  evidence: source,
  outputs: [],
  inputs: [
    { name: 'session', type: 'string' },
    { name: 'resource', type: 'compute-clusters' },
    {
      name: 'cluster',
      type: 'group',
      items: [
        { name: 'scheduler', type: 'boolean', conditional: true },
        { name: 'slurm', type: 'group', items: [] },
        { name: 'pbs', type: 'group', items: [] },
      ],
    },
    {
      name: 'service',
      type: 'group',
      items: [
        { name: 'start_service_script', type: 'string' },
        { name: 'controller_script', type: 'string', optional: true },
        { name: 'inputs_sh', type: 'string', optional: true },
        { name: 'slug', type: 'string', optional: true },
        { name: 'rundir', type: 'string', optional: true },
      ],
    },
  ],
} as const satisfies CalledWorkflowFact;
