import type { InputTypeFact } from '../types.ts';

const editor = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui InputDialog.tsx, held to the schema by schemaCoverage.test.ts',
} as const;
const reference = 'text';

/** Inputs that ask a cluster for the settings of its scheduler. */
export const schedulerTypes = [
  {
    name: 'slurm-accounts',
    description: 'A SLURM account of the cluster.',
    yields: 'string',
    common: 'all',
    keys: [
      {
        name: 'resource',
        value: reference,
        required: true,
        description: 'The resource input whose cluster is asked, as an expression: ${{ inputs.resource }}.',
        evidence: editor,
      },
      {
        name: 'default',
        value: 'anything',
        description: 'An expression that gives the value.',
        evidence: { ...editor, disputed: 'one public file writes a literal' },
      },
    ],
    evidence: editor,
  },
  {
    name: 'slurm-partitions',
    description: 'A SLURM partition of the cluster.',
    yields: 'string',
    common: 'all',
    keys: [
      {
        name: 'resource',
        value: reference,
        required: true,
        description: 'The resource input whose cluster is asked, as an expression: ${{ inputs.resource }}.',
        evidence: editor,
      },
      {
        name: 'account',
        value: reference,
        description: 'The account input, as an expression.',
        evidence: editor,
      },
      {
        name: 'default',
        value: 'anything',
        description: 'An expression that gives the value.',
        evidence: { ...editor, disputed: 'one public file writes a literal' },
      },
    ],
    evidence: editor,
  },
  {
    name: 'slurm-qos',
    description: 'A SLURM quality of service of the cluster.',
    yields: 'string',
    common: 'all',
    keys: [
      {
        name: 'resource',
        value: reference,
        required: true,
        description: 'The resource input whose cluster is asked, as an expression: ${{ inputs.resource }}.',
        evidence: editor,
      },
      {
        name: 'account',
        value: reference,
        description: 'The account input, as an expression.',
        evidence: editor,
      },
      {
        name: 'partition',
        value: reference,
        description: 'The partition input, as an expression.',
        evidence: editor,
      },
      {
        name: 'default',
        value: 'anything',
        description: 'An expression that gives the value.',
        evidence: { ...editor, disputed: 'one public file writes a literal' },
      },
    ],
    evidence: editor,
  },
  {
    name: 'pbs-queues',
    description: 'A PBS queue of the cluster.',
    yields: 'string',
    common: 'all',
    keys: [
      {
        name: 'resource',
        value: reference,
        required: true,
        description: 'The resource input whose cluster is asked, as an expression: ${{ inputs.resource }}.',
        evidence: editor,
      },
      {
        name: 'default',
        value: 'anything',
        description: 'An expression that gives the value.',
        evidence: { ...editor, disputed: 'one public file writes a literal' },
      },
    ],
    evidence: editor,
  },
] as const satisfies readonly InputTypeFact[];
