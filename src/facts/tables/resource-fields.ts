import type { ResourceFieldFact } from '../types.ts';

const session = { kind: 'observed', from: 'parallelworks/interactive_session workflows' } as const;

/** The fields of what a compute-clusters or compute-resources input gives. */
export const resourceFields = [
  {
    name: 'id',
    description: 'The id of the resource; user-workspace for the workspace.',
    evidence: session,
  },
  { name: 'ip', description: 'The login node; empty for the workspace.', evidence: session },
  { name: 'name', description: 'The name.', evidence: session },
  { name: 'namespace', description: 'The owner.', evidence: session },
  { name: 'user', description: 'The user on the resource.', evidence: session },
  { name: 'type', description: 'The type of the resource, such as kubernetes.', evidence: session },
  { name: 'provider', description: 'The provider, such as existing or aws-slurm.', evidence: session },
  {
    name: 'schedulerType',
    description: 'slurm, pbs, or empty when it has no scheduler.',
    values: ['slurm', 'pbs', ''],
    evidence: session,
  },
  { name: 'uri', description: 'The address pw://owner/name.', evidence: session },
] as const satisfies readonly ResourceFieldFact[];
