import type { InputTypeFact } from '../types.ts';
import { distance, greatest, least, placeholder, startValue } from './shared-attributes.ts';
import { inputDialog } from './sources.ts';

const flag = { either: ['boolean', 'expression'] } as const;
const number = { either: ['number', 'expression'] } as const;

/** Inputs that take one value from the user. */
export const valueTypes = [
  {
    name: 'string',
    description: 'A line of text, or several with `textarea`.',
    yields: 'string',
    common: 'all',
    keys: [
      startValue,
      placeholder,
      {
        name: 'textarea',
        value: flag,
        default: 'false',
        description: 'Several lines.',
        evidence: inputDialog,
      },
      {
        name: 'prefillDefault',
        value: flag,
        default: 'false',
        description:
          'Puts the default into the field. Without it the field is empty, shows the default in grey, and empty sends the default.',
        evidence: inputDialog,
      },
    ],
    evidence: inputDialog,
  },
  {
    name: 'number',
    description: 'A number.',
    yields: 'number',
    common: 'all',
    keys: [
      startValue,
      least,
      greatest,
      distance,
      {
        name: 'slider',
        value: flag,
        default: 'false',
        description: 'Shows a slider; needs min, max and step.',
        evidence: inputDialog,
      },
    ],
    evidence: inputDialog,
  },
  {
    name: 'boolean',
    description: 'A switch.',
    yields: 'boolean',
    common: 'all',
    keys: [startValue],
    evidence: inputDialog,
  },
  {
    name: 'password',
    description: 'Text that the form does not show.',
    yields: 'string',
    common: 'all',
    keys: [startValue],
    evidence: inputDialog,
  },
  {
    name: 'editor',
    description: 'Text of many lines in a code editor.',
    yields: 'string',
    common: 'all',
    keys: [
      startValue,
      {
        name: 'language',
        value: 'text',
        description: 'Colours of the editor: bash, python, yaml, json, javascript, shell.',
        evidence: inputDialog,
      },
    ],
    evidence: inputDialog,
  },
  {
    name: 'color-picker',
    description: 'A colour.',
    yields: 'string',
    common: 'all',
    keys: [startValue],
    evidence: inputDialog,
  },
  {
    name: 'duration',
    description: 'A time, HH:MM:SS or D-HH:MM:SS; the run gets seconds.',
    yields: 'number',
    common: 'all',
    keys: [
      {
        name: 'default',
        value: 'anything',
        description: 'HH:MM:SS or D-HH[:MM[:SS]].',
        evidence: inputDialog,
      },
      {
        name: 'min',
        value: 'anything',
        description: 'The least time, HH:MM:SS or D-HH[:MM[:SS]].',
        evidence: inputDialog,
      },
      {
        name: 'max',
        value: 'anything',
        description: 'The greatest time, HH:MM:SS or D-HH[:MM[:SS]].',
        evidence: inputDialog,
      },
      placeholder,
      {
        name: 'disableLabel',
        value: 'text',
        description: 'The text of a choice that means no limit; needs disableValue.',
        evidence: inputDialog,
      },
      {
        name: 'disableValue',
        value: number,
        description: 'The number that the run gets for that choice; needs disableLabel.',
        evidence: inputDialog,
      },
    ],
    evidence: inputDialog,
  },
] as const satisfies readonly InputTypeFact[];
