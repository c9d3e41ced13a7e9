import type { InputTypeFact } from '../types.ts';

const editor = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui InputDialog.tsx, held to the schema by schemaCoverage.test.ts',
} as const;
const flag = { either: ['boolean', 'expression'] } as const;
const autoselect = { either: ['boolean', 'expression', { map: 'anything', names: 'any-name' }] } as const;

/** Inputs that ask for what an organization or user has. */
export const accountTypes = [
  {
    name: 'organization-groups',
    description: 'A group of the organization.',
    yields: 'string',
    common: 'all',
    keys: [
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
    name: 'ai-model',
    description: 'A model of the platform.',
    yields: 'string',
    common: 'all',
    keys: [
      {
        name: 'default',
        value: 'anything',
        description: 'The value that the form starts with.',
        evidence: editor,
      },
      {
        name: 'placeholder',
        value: 'text',
        description: 'Grey text in the empty field.',
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
    name: 'allocations',
    description: 'An allocation.',
    yields: 'string',
    common: 'all',
    keys: [
      {
        name: 'default',
        value: 'anything',
        description: 'The value that the form starts with.',
        evidence: editor,
      },
      {
        name: 'placeholder',
        value: 'text',
        description: 'Grey text in the empty field.',
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
        name: 'includeEmpty',
        value: flag,
        default: 'true',
        description: 'Offers no allocation too.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
] as const satisfies readonly InputTypeFact[];
