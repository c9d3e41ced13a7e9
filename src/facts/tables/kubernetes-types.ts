import type { InputTypeFact } from '../types.ts';
import { autoselect, clusterName, namespace, startValue } from './shared-attributes.ts';
import { inputDialog } from './sources.ts';

/** Inputs that ask for Kubernetes clusters and what is in them. */
export const kubernetesTypes = [
  {
    name: 'kubernetes-clusters',
    description: 'A Kubernetes cluster.',
    yields: 'string',
    common: 'all',
    keys: [startValue, autoselect],
    evidence: inputDialog,
  },
  {
    name: 'kubernetes-namespaces',
    description: 'A namespace of a Kubernetes cluster.',
    yields: 'string',
    common: 'all',
    keys: [clusterName, startValue, autoselect],
    evidence: inputDialog,
  },
  {
    name: 'kubernetes-pods',
    description: 'A pod of a namespace.',
    yields: 'string',
    common: 'all',
    keys: [clusterName, namespace, startValue, autoselect],
    evidence: inputDialog,
  },
  {
    name: 'kubernetes-pvc',
    description: 'A persistent volume claim of a namespace.',
    yields: 'string',
    common: 'all',
    keys: [clusterName, namespace, startValue, autoselect],
    evidence: inputDialog,
  },
  {
    name: 'kubernetes-secrets',
    description: 'A secret of a namespace.',
    yields: 'string',
    common: 'all',
    keys: [clusterName, namespace, startValue, autoselect],
    evidence: inputDialog,
  },
  {
    name: 'kubernetes-configmaps',
    description: 'A config map of a namespace.',
    yields: 'string',
    common: 'all',
    keys: [clusterName, namespace, startValue, autoselect],
    evidence: inputDialog,
  },
  {
    name: 'kubernetes-statefulsets',
    description: 'A stateful set of a namespace.',
    yields: 'string',
    common: 'all',
    keys: [clusterName, namespace, startValue, autoselect],
    evidence: inputDialog,
  },
  {
    name: 'kubernetes-deployments',
    description: 'A deployment of a namespace.',
    yields: 'string',
    common: 'all',
    keys: [clusterName, namespace, startValue, autoselect],
    evidence: inputDialog,
  },
  {
    name: 'kubernetes-services',
    description: 'A service of a namespace.',
    yields: 'string',
    common: 'all',
    keys: [clusterName, namespace, startValue, autoselect],
    evidence: inputDialog,
  },
  {
    name: 'kubernetes-workloads',
    description: 'A workload of a namespace.',
    yields: 'string',
    common: 'all',
    keys: [clusterName, namespace, startValue, autoselect],
    evidence: inputDialog,
  },
] as const satisfies readonly InputTypeFact[];
