import type { InputTypeFact } from '../types.ts';
import { autoselect, placeholder, startExpression, startValue } from './shared-attributes.ts';
import { inputDialog } from './sources.ts';

const flag = { either: ['boolean', 'expression'] } as const;

/** Inputs that ask for what an organization or user has. */
export const accountTypes = [
  {
    name: 'organization-groups',
    description: 'A group of the organization.',
    yields: 'string',
    common: 'all',
    keys: [startExpression],
    evidence: inputDialog,
  },
  {
    name: 'ai-model',
    description: 'A model of the platform.',
    yields: 'string',
    common: 'all',
    keys: [startValue, placeholder, autoselect],
    evidence: inputDialog,
  },
  {
    name: 'allocations',
    description: 'An allocation.',
    yields: 'string',
    common: 'all',
    keys: [
      startValue,
      placeholder,
      autoselect,
      {
        name: 'includeEmpty',
        value: flag,
        default: 'true',
        description: 'Offers no allocation too.',
        evidence: inputDialog,
      },
    ],
    evidence: inputDialog,
  },
] as const satisfies readonly InputTypeFact[];
