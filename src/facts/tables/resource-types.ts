import type { InputTypeFact } from '../types.ts';
import {
  autoselect,
  cloud,
  cloudFilter,
  includeUnprovisioned,
  includeWorkspace,
  multi,
  provider,
  region,
  startResource,
  startValue,
} from './shared-attributes.ts';
import { inputDialog } from './sources.ts';

const flag = { either: ['boolean', 'expression'] } as const;

/** Inputs that ask for clusters, buckets and places of a cloud. */
export const resourceTypes = [
  {
    name: 'compute-clusters',
    description: 'One of the clusters of the user.',
    yields: 'resource',
    common: 'all',
    keys: [startResource, autoselect, includeWorkspace, includeUnprovisioned, cloudFilter, provider, multi],
    evidence: inputDialog,
  },
  {
    name: 'compute-resources',
    description: 'One of the resources of the user: clusters and Kubernetes.',
    yields: 'resource',
    common: 'all',
    keys: [startResource, autoselect, includeWorkspace, includeUnprovisioned, cloudFilter, provider, multi],
    evidence: inputDialog,
  },
  {
    name: 'compute-target',
    description: 'A cluster with a place on it; read it from `runs-on`.',
    yields: 'compute-target',
    common: 'all',
    keys: [],
    evidence: inputDialog,
  },
  {
    name: 'bucket',
    description: 'A storage bucket.',
    yields: 'bucket',
    common: 'all',
    keys: [
      startValue,
      cloudFilter,
      {
        name: 'generateCredentials',
        value: flag,
        description: 'The value also has credentials.',
        evidence: inputDialog,
      },
      multi,
    ],
    evidence: inputDialog,
  },
  {
    name: 'region',
    description: 'A region of a cloud.',
    yields: 'string',
    common: 'all',
    keys: [cloud, startValue, autoselect],
    evidence: inputDialog,
  },
  {
    name: 'zone',
    description: 'A zone of a region.',
    yields: 'string',
    common: 'all',
    keys: [cloud, region, startValue, autoselect],
    evidence: inputDialog,
  },
  {
    name: 'instance-type',
    description: 'A type of machine of a region.',
    yields: 'string',
    common: 'all',
    keys: [cloud, region, startValue, autoselect],
    evidence: inputDialog,
  },
] as const satisfies readonly InputTypeFact[];
