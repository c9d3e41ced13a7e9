import type { InputTypeFact } from '../types.ts';
import { account, askedResource, startExpression } from './shared-attributes.ts';
import { inputDialog } from './sources.ts';

const reference = 'text';

/** Inputs that ask a cluster for the settings of its scheduler. */
export const schedulerTypes = [
  {
    name: 'slurm-accounts',
    description: 'A SLURM account of the cluster.',
    yields: 'string',
    common: 'all',
    keys: [askedResource, startExpression],
    evidence: inputDialog,
  },
  {
    name: 'slurm-partitions',
    description: 'A SLURM partition of the cluster.',
    yields: 'string',
    common: 'all',
    keys: [askedResource, account, startExpression],
    evidence: inputDialog,
  },
  {
    name: 'slurm-qos',
    description: 'A SLURM quality of service of the cluster.',
    yields: 'string',
    common: 'all',
    keys: [
      askedResource,
      account,
      {
        name: 'partition',
        value: reference,
        description: 'The partition input, as an expression.',
        evidence: inputDialog,
      },
      startExpression,
    ],
    evidence: inputDialog,
  },
  {
    name: 'pbs-queues',
    description: 'A PBS queue of the cluster.',
    yields: 'string',
    common: 'all',
    keys: [askedResource, startExpression],
    evidence: inputDialog,
  },
] as const satisfies readonly InputTypeFact[];
