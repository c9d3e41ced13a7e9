import type { InputTypeFact } from '../types.ts';

const editor = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui InputDialog.tsx, held to the schema by schemaCoverage.test.ts',
} as const;

const number = { either: ['number', 'expression'] } as const;
const autoselect = { either: ['boolean', 'expression', { map: 'anything', names: 'any-name' }] } as const;
const cloud = { either: [{ words: ['aws', 'azure', 'google', 'openstack'] }, 'expression'] } as const;

/** Types that published workflows still use and the published list does not have. */
export const retiredTypes = [
  {
    name: 'integer',
    description: 'Older name of a number.',
    yields: 'number',
    common: 'all',
    retired: 'number',
    keys: [
      {
        name: 'default',
        value: 'anything',
        description: 'The value that the form starts with.',
        evidence: editor,
      },
      {
        name: 'min',
        value: number,
        description: 'The least value.',
        evidence: editor,
      },
      {
        name: 'max',
        value: number,
        description: 'The greatest value.',
        evidence: editor,
      },
      {
        name: 'step',
        value: number,
        description: 'The distance between values.',
        evidence: editor,
      },
      {
        name: 'placeholder',
        value: 'text',
        description: 'Grey text in the empty field.',
        evidence: editor,
      },
    ],
    evidence: {
      kind: 'observed',
      from: '8 uses in public files, recent ones among them; the published list does not have it',
    },
  },
  {
    name: 'storage',
    description: 'Older name of a bucket.',
    yields: 'bucket',
    common: 'all',
    retired: 'bucket',
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
        name: 'autoselect',
        value: autoselect,
        default: 'false',
        description: 'Chooses an entry by itself when the form opens.',
        evidence: editor,
      },
    ],
    evidence: { kind: 'observed', from: '2 uses in public files; the published list does not have it' },
  },
] as const satisfies readonly InputTypeFact[];
