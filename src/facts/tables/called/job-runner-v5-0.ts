import type { CalledInputFact, CalledWorkflowFact } from '../../types.ts';

const source = { kind: 'documented', from: 'parallelworks/job_runner v5.0.yaml' } as const;

/** marketplace/job_runner/v5.0 */
export const jobRunnerV50 = {
  slug: 'job_runner',
  version: 'v5.0',
  description: 'Runs a script on up to five resources, on all of them or on the first that starts.',
  sameEverywhere: true,
  markers: 'always',
  evidence: source,
  outputs: [],
  inputs: [
    { name: 'execution_mode', type: 'dropdown', default: 'race' },
    { name: 'rundir', type: 'string', default: '${PWD}' },
    { name: 'poll_interval', type: 'number', default: 10 },
    { name: 'use_existing_script', type: 'boolean', default: false },
    {
      name: 'script',
      type: 'editor',
      default:
        'echo "Running load-balanced job on $(hostname)"\necho "Site directory: ${PWD}"\nsleep 10\necho "Job complete"\n',
      ignore: '${{ inputs.use_existing_script == true }}',
    },
    {
      name: 'script_path',
      type: 'string',
      optional: true,
      ignore: '${{ inputs.use_existing_script == false }}',
    },
    ...[0, 1, 2, 3, 4].map(site),
  ],
} satisfies CalledWorkflowFact;

/** The group of one of the resources, which differ in their names and in which is tried first. */
function site(number: number): CalledInputFact {
  return {
    name: `sites_${number}`,
    type: 'group',
    items: [
      { name: 'enabled', type: 'boolean', default: number === 0 },
      { name: 'name', type: 'string', default: `Site-${number}` },
      { name: 'resource', type: 'compute-clusters', optional: true },
      { name: 'priority', type: 'number', default: number + 1 },
      { name: 'scheduler', type: 'boolean', default: false },
      {
        name: 'slurm',
        type: 'group',
        conditional: true,
        items: [
          { name: 'account', type: 'slurm-accounts', optional: true },
          { name: 'partition', type: 'slurm-partitions', optional: true },
          { name: 'time', type: 'string', default: '04:00:00' },
          { name: 'nodes', type: 'number', optional: true, default: 1 },
        ],
      },
      {
        name: 'pbs',
        type: 'group',
        conditional: true,
        items: [
          { name: 'account', type: 'string', optional: true },
          { name: 'queue', type: 'string', optional: true },
          { name: 'walltime', type: 'string', default: '04:00:00' },
        ],
      },
    ],
  };
}
