import type { KeyFact } from '../types.ts';
import { editorStrings, inputDialog } from './sources.ts';

const flag = { either: ['boolean', 'expression'] } as const;
const number = { either: ['number', 'expression'] } as const;
const count = { either: ['whole-number', 'expression'] } as const;
const choosing = { either: ['boolean', 'expression', { map: 'anything', names: 'any-name' }] } as const;
const clouds = {
  either: [
    {
      words: ['aws', 'azure', 'google', 'openstack'],
      meanings: {
        aws: 'Amazon Web Services.',
        azure: 'Microsoft Azure.',
        google: 'Google Cloud.',
        openstack: 'An OpenStack cloud.',
      },
    },
    'expression',
  ],
} as const;

/** `default`, an attribute of several types. */
export const startExpression = {
  name: 'default',
  value: 'anything',
  description: 'An expression that gives the value.',
  evidence: { ...inputDialog, disputed: 'one public file writes a literal' },
} as const satisfies KeyFact;

/** `default`, an attribute of several types. */
export const startValue = {
  name: 'default',
  value: 'anything',
  description: 'The value that the form starts with.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `placeholder`, an attribute of several types. */
export const placeholder = {
  name: 'placeholder',
  value: 'text',
  description: 'Grey text in the empty field.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `autoselect`, an attribute of several types. */
export const autoselect = {
  name: 'autoselect',
  value: choosing,
  default: 'false',
  description: 'Chooses an entry by itself when the form opens.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `clusterName`, an attribute of several types. */
export const clusterName = {
  name: 'clusterName',
  value: 'text',
  required: true,
  description: 'The cluster: its name, or an expression that reads its input.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `namespace`, an attribute of several types. */
export const namespace = {
  name: 'namespace',
  value: 'text',
  required: true,
  description: 'The namespace: its name, or an expression that reads its input.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `default`, an attribute of several types. */
export const startResource = {
  name: 'default',
  value: 'anything',
  description: 'An address pw://owner/name, a map, or a list.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `include-workspace`, an attribute of several types. */
export const includeWorkspace = {
  name: 'include-workspace',
  value: flag,
  description: 'Offers the user workspace too.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `include-unprovisioned`, an attribute of several types. */
export const includeUnprovisioned = {
  name: 'include-unprovisioned',
  value: flag,
  description: 'Offers clusters that are not running.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `csp`, an attribute of several types. */
export const cloudFilter = {
  name: 'csp',
  value: clouds,
  description: 'Shows only resources of one cloud: aws, azure, google or openstack.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `provider`, an attribute of several types. */
export const provider = {
  name: 'provider',
  value: { either: [{ list: 'text' }, 'text'] },
  description: 'Shows only these types of clusters, such as aws-slurm or existing.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `multi`, an attribute of several types. */
export const multi = {
  name: 'multi',
  value: flag,
  default: 'false',
  description: 'More than one may be chosen.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `csp`, an attribute of several types. */
export const cloud = {
  name: 'csp',
  value: clouds,
  required: true,
  description: 'The cloud: aws, azure, google or openstack.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `region`, an attribute of several types. */
export const region = {
  name: 'region',
  value: 'text',
  required: true,
  description: 'The region.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `min`, an attribute of several types. */
export const least = {
  name: 'min',
  value: number,
  description: 'The least value.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `max`, an attribute of several types. */
export const greatest = {
  name: 'max',
  value: number,
  description: 'The greatest value.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `step`, an attribute of several types. */
export const distance = {
  name: 'step',
  value: number,
  description: 'The distance between values.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `resource`, an attribute of several types. */
export const askedResource = {
  name: 'resource',
  value: 'text',
  required: true,
  description: 'The resource input whose cluster is asked, as an expression: ${{ inputs.resource }}.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `account`, an attribute of several types. */
export const account = {
  name: 'account',
  value: 'text',
  description: 'The account input, as an expression.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `min`, the least number of rows. */
export const leastRows = {
  name: 'min',
  value: count,
  description: 'The least number of rows.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `max`, the greatest number of rows. */
export const greatestRows = {
  name: 'max',
  value: count,
  description: 'The greatest number of rows.',
  evidence: inputDialog,
} as const satisfies KeyFact;

/** `minLength`, of texts. */
export const leastLength = {
  name: 'minLength',
  value: count,
  description: 'The least number of characters.',
  evidence: editorStrings,
} as const satisfies KeyFact;

/** `maxLength`, of texts. */
export const greatestLength = {
  name: 'maxLength',
  value: count,
  description: 'The greatest number of characters.',
  evidence: editorStrings,
} as const satisfies KeyFact;
