import type { InputTypeFact } from '../types.ts';

const editor = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui InputDialog.tsx, held to the schema by schemaCoverage.test.ts',
} as const;
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
        name: 'textarea',
        value: flag,
        default: 'false',
        description: 'Several lines.',
        evidence: editor,
      },
      {
        name: 'prefillDefault',
        value: flag,
        default: 'false',
        description:
          'Puts the default into the field. Without it the field is empty, shows the default in grey, and empty sends the default.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
  {
    name: 'number',
    description: 'A number.',
    yields: 'number',
    common: 'all',
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
        name: 'slider',
        value: flag,
        default: 'false',
        description: 'Shows a slider; needs min, max and step.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
  {
    name: 'boolean',
    description: 'A switch.',
    yields: 'boolean',
    common: 'all',
    keys: [
      {
        name: 'default',
        value: 'anything',
        description: 'The value that the form starts with.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
  {
    name: 'password',
    description: 'Text that the form does not show.',
    yields: 'string',
    common: 'all',
    keys: [
      {
        name: 'default',
        value: 'anything',
        description: 'The value that the form starts with.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
  {
    name: 'editor',
    description: 'Text of many lines in a code editor.',
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
        name: 'language',
        value: 'text',
        description: 'Colours of the editor: bash, python, yaml, json, javascript, shell.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
  {
    name: 'color-picker',
    description: 'A colour.',
    yields: 'string',
    common: 'all',
    keys: [
      {
        name: 'default',
        value: 'anything',
        description: 'The value that the form starts with.',
        evidence: editor,
      },
    ],
    evidence: editor,
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
        evidence: editor,
      },
      {
        name: 'min',
        value: 'anything',
        description: 'The least time, HH:MM:SS or D-HH[:MM[:SS]].',
        evidence: editor,
      },
      {
        name: 'max',
        value: 'anything',
        description: 'The greatest time, HH:MM:SS or D-HH[:MM[:SS]].',
        evidence: editor,
      },
      {
        name: 'placeholder',
        value: 'text',
        description: 'Grey text in the empty field.',
        evidence: editor,
      },
      {
        name: 'disableLabel',
        value: 'text',
        description: 'The text of a choice that means no limit; needs disableValue.',
        evidence: editor,
      },
      {
        name: 'disableValue',
        value: number,
        description: 'The number that the run gets for that choice; needs disableLabel.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
] as const satisfies readonly InputTypeFact[];
