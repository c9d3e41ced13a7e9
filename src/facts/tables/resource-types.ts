import type { InputTypeFact } from '../types.ts';

const editor = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui InputDialog.tsx, held to the schema by schemaCoverage.test.ts',
} as const;
const flag = { either: ['boolean', 'expression'] } as const;
const autoselect = { either: ['boolean', 'expression', { map: 'anything', names: 'any-name' }] } as const;
const cloud = { either: [{ words: ['aws', 'azure', 'google', 'openstack'] }, 'expression'] } as const;

/** Inputs that ask for clusters, buckets and places of a cloud. */
export const resourceTypes = [
  {
    name: 'compute-clusters',
    description: 'One of the clusters of the user.',
    yields: 'resource',
    common: 'all',
    keys: [
      {
        name: 'default',
        value: 'anything',
        description: 'An address pw://owner/name, a map, or a list.',
        evidence: editor,
      },
      {
        name: 'autoselect',
        value: autoselect,
        default: 'false',
        description: 'Chooses an entry by itself when the form opens.',
        evidence: editor,
      },
      {
        name: 'include-workspace',
        value: flag,
        description: 'Offers the user workspace too.',
        evidence: editor,
      },
      {
        name: 'include-unprovisioned',
        value: flag,
        description: 'Offers clusters that are not running.',
        evidence: editor,
      },
      {
        name: 'csp',
        value: cloud,
        description: 'Shows only resources of one cloud: aws, azure, google or openstack.',
        evidence: editor,
      },
      {
        name: 'provider',
        value: { either: [{ list: 'text' }, 'text'] },
        description: 'Shows only these types of clusters, such as aws-slurm or existing.',
        evidence: editor,
      },
      {
        name: 'multi',
        value: flag,
        default: 'false',
        description: 'More than one may be chosen.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
  {
    name: 'compute-resources',
    description: 'One of the resources of the user: clusters and Kubernetes.',
    yields: 'resource',
    common: 'all',
    keys: [
      {
        name: 'default',
        value: 'anything',
        description: 'An address pw://owner/name, a map, or a list.',
        evidence: editor,
      },
      {
        name: 'autoselect',
        value: autoselect,
        default: 'false',
        description: 'Chooses an entry by itself when the form opens.',
        evidence: editor,
      },
      {
        name: 'include-workspace',
        value: flag,
        description: 'Offers the user workspace too.',
        evidence: editor,
      },
      {
        name: 'include-unprovisioned',
        value: flag,
        description: 'Offers clusters that are not running.',
        evidence: editor,
      },
      {
        name: 'csp',
        value: cloud,
        description: 'Shows only resources of one cloud: aws, azure, google or openstack.',
        evidence: editor,
      },
      {
        name: 'provider',
        value: { either: [{ list: 'text' }, 'text'] },
        description: 'Shows only these types of clusters, such as aws-slurm or existing.',
        evidence: editor,
      },
      {
        name: 'multi',
        value: flag,
        default: 'false',
        description: 'More than one may be chosen.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
  {
    name: 'compute-target',
    description: 'A cluster with a place on it; read it from `runs-on`.',
    yields: 'compute-target',
    common: 'all',
    keys: [],
    evidence: editor,
  },
  {
    name: 'bucket',
    description: 'A storage bucket.',
    yields: 'bucket',
    common: 'all',
    keys: [
      {
        name: 'default',
        value: 'anything',
        description: 'The value that the form starts with.',
        evidence: editor,
      },
      {
        name: 'csp',
        value: cloud,
        description: 'Shows only resources of one cloud: aws, azure, google or openstack.',
        evidence: editor,
      },
      {
        name: 'generateCredentials',
        value: flag,
        description: 'The value also has credentials.',
        evidence: editor,
      },
      {
        name: 'multi',
        value: flag,
        default: 'false',
        description: 'More than one may be chosen.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
  {
    name: 'region',
    description: 'A region of a cloud.',
    yields: 'string',
    common: 'all',
    keys: [
      {
        name: 'csp',
        value: cloud,
        required: true,
        description: 'The cloud: aws, azure, google or openstack.',
        evidence: editor,
      },
      {
        name: 'default',
        value: 'anything',
        description: 'The value that the form starts with.',
        evidence: editor,
      },
      {
        name: 'autoselect',
        value: autoselect,
        default: 'false',
        description: 'Chooses an entry by itself when the form opens.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
  {
    name: 'zone',
    description: 'A zone of a region.',
    yields: 'string',
    common: 'all',
    keys: [
      {
        name: 'csp',
        value: cloud,
        required: true,
        description: 'The cloud: aws, azure, google or openstack.',
        evidence: editor,
      },
      {
        name: 'region',
        value: 'text',
        required: true,
        description: 'The region.',
        evidence: editor,
      },
      {
        name: 'default',
        value: 'anything',
        description: 'The value that the form starts with.',
        evidence: editor,
      },
      {
        name: 'autoselect',
        value: autoselect,
        default: 'false',
        description: 'Chooses an entry by itself when the form opens.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
  {
    name: 'instance-type',
    description: 'A type of machine of a region.',
    yields: 'string',
    common: 'all',
    keys: [
      {
        name: 'csp',
        value: cloud,
        required: true,
        description: 'The cloud: aws, azure, google or openstack.',
        evidence: editor,
      },
      {
        name: 'region',
        value: 'text',
        required: true,
        description: 'The region.',
        evidence: editor,
      },
      {
        name: 'default',
        value: 'anything',
        description: 'The value that the form starts with.',
        evidence: editor,
      },
      {
        name: 'autoselect',
        value: autoselect,
        default: 'false',
        description: 'Chooses an entry by itself when the form opens.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
] as const satisfies readonly InputTypeFact[];
