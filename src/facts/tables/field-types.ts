import type { InputTypeFact } from '../types.ts';

const editor = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui InputDialog.tsx, held to the schema by schemaCoverage.test.ts',
} as const;

const flag = { either: ['boolean', 'expression'] } as const;
const number = { either: ['number', 'expression'] } as const;
const autoselect = { either: ['boolean', 'expression', { map: 'anything', names: 'any-name' }] } as const;
const options = {
  either: [
    { list: { either: ['scalar', { section: 'option' }] } },
    'expression',
    { map: 'anything', names: 'any-name' },
  ],
} as const;
const reference = 'text';

/** Inputs that draw a field or arrange fields. */
export const fieldTypes = [
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
    name: 'dropdown',
    description: 'One of several options. Without a default the first is taken.',
    yields: 'string',
    common: 'all',
    keys: [
      {
        name: 'options',
        value: options,
        required: true,
        description:
          'The options: scalars, maps with value and label, an expression, or, with option-key, a map from the value of the other input to its options.',
        evidence: editor,
      },
      {
        name: 'option-key',
        value: reference,
        description:
          'An expression that reads a dropdown, radio or string input; its value chooses among the lists in options.',
        evidence: editor,
      },
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
    name: 'multi-dropdown',
    description: 'Any number of several options.',
    yields: 'list',
    common: 'all',
    keys: [
      {
        name: 'options',
        value: options,
        required: true,
        description: 'The options; each needs a label.',
        evidence: editor,
      },
      {
        name: 'default',
        value: 'anything',
        description: 'The values that are chosen at first, as a list.',
        evidence: editor,
      },
      {
        name: 'placeholder',
        value: 'text',
        description: 'Grey text in the empty field.',
        evidence: { ...editor, disputed: 'the published list of attributes does not have it for this type' },
      },
    ],
    evidence: editor,
  },
  {
    name: 'radio',
    description: 'One of several options, all shown.',
    yields: 'string',
    common: 'all',
    keys: [
      {
        name: 'options',
        value: options,
        required: true,
        description: 'The options.',
        evidence: editor,
      },
      {
        name: 'default',
        value: 'anything',
        description: 'The value that the form starts with.',
        evidence: editor,
      },
      {
        name: 'optionLabelPosition',
        value: { words: ['left', 'top'] },
        description: 'Where the labels of the options stand.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
  {
    name: 'checkbox-group',
    description: 'Any number of several options, all shown.',
    yields: 'list',
    common: 'all',
    keys: [
      {
        name: 'options',
        value: options,
        required: true,
        description: 'The options; each may have a description.',
        evidence: editor,
      },
      {
        name: 'default',
        value: 'anything',
        description: 'The values that are ticked at first, as a list.',
        evidence: editor,
      },
      {
        name: 'implies',
        value: { map: { list: 'scalar' }, names: 'any-name' },
        description: 'An option to the options that it also ticks.',
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
  {
    name: 'group',
    description: 'Inputs under a common heading.',
    yields: 'group',
    common: 'group',
    children: 'items',
    keys: [
      {
        name: 'items',
        value: { inputs: 'items' },
        required: true,
        description: 'The inputs of the group by name.',
        evidence: editor,
      },
      {
        name: 'collapsed',
        value: flag,
        default: 'false',
        description: 'The group starts closed.',
        evidence: editor,
      },
      {
        name: 'flatten',
        value: flag,
        default: 'false',
        description: 'Its inputs are read without the name of the group.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
  {
    name: 'list',
    description: 'Rows of the same inputs.',
    yields: 'rows',
    common: 'all',
    children: 'template',
    keys: [
      {
        name: 'template',
        value: { inputs: 'template' },
        required: true,
        description: 'The inputs of one row by name.',
        evidence: editor,
      },
      {
        name: 'default',
        value: 'anything',
        description: 'The rows that the form starts with.',
        evidence: editor,
      },
      {
        name: 'items-collapsible',
        value: flag,
        description: 'Rows can be closed.',
        evidence: editor,
      },
      {
        name: 'min',
        value: number,
        description: 'The least number of rows.',
        evidence: editor,
      },
      {
        name: 'max',
        value: number,
        description: 'The greatest number of rows.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
  {
    name: 'header',
    description: 'Text between fields; it has no value.',
    yields: 'nothing',
    common: 'header',
    keys: [
      {
        name: 'text',
        value: 'text',
        required: true,
        description: 'The text.',
        evidence: editor,
      },
      {
        name: 'size',
        value: number,
        description: 'The size of the text in pixels.',
        evidence: editor,
      },
      {
        name: 'bold',
        value: flag,
        default: 'true',
        description: 'Bold text.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
  {
    name: 'step',
    description: 'A page of a wizard.',
    yields: 'group',
    common: 'step',
    children: 'options',
    keys: [
      {
        name: 'title',
        value: 'text',
        required: true,
        description: 'The title of the page.',
        evidence: editor,
      },
      {
        name: 'options',
        value: { either: [{ inputs: 'options' }, 'nothing'] },
        description: 'The inputs of the page by name.',
        evidence: editor,
      },
      {
        name: 'nextLabel',
        value: 'text',
        default: 'Next',
        description: 'The text of the button to the next page.',
        evidence: editor,
      },
      {
        name: 'prevLabel',
        value: 'text',
        default: 'Previous',
        description: 'The text of the button to the page before.',
        evidence: editor,
      },
    ],
    evidence: editor,
  },
] as const satisfies readonly InputTypeFact[];
