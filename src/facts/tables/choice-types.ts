import type { InputTypeFact } from '../types.ts';
import { autoselect, placeholder, startValue } from './shared-attributes.ts';
import { inputDialog } from './sources.ts';

const options = {
  either: [
    { list: { either: ['scalar', { section: 'option' }] } },
    'expression',
    { map: 'anything', names: 'any-name' },
  ],
} as const;
const reference = 'text';

/** Inputs that offer options written in the form. */
export const choiceTypes = [
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
        evidence: inputDialog,
      },
      {
        name: 'option-key',
        value: reference,
        description:
          'An expression that reads a dropdown, radio or string input; its value chooses among the lists in options.',
        evidence: inputDialog,
      },
      startValue,
      placeholder,
      autoselect,
    ],
    evidence: inputDialog,
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
        evidence: inputDialog,
      },
      {
        name: 'default',
        value: 'anything',
        description: 'The values that are chosen at first, as a list.',
        evidence: inputDialog,
      },
      {
        name: 'placeholder',
        value: 'text',
        description: 'Grey text in the empty field.',
        evidence: {
          ...inputDialog,
          disputed: 'the published list of attributes does not have it for this type',
        },
      },
    ],
    evidence: inputDialog,
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
        evidence: inputDialog,
      },
      startValue,
      {
        name: 'optionLabelPosition',
        value: {
          words: ['left', 'top'],
          meanings: { left: 'Before them, on the same line.', top: 'Above them.' },
        },
        description: 'Where the labels of the options stand.',
        evidence: inputDialog,
      },
    ],
    evidence: inputDialog,
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
        evidence: inputDialog,
      },
      {
        name: 'default',
        value: 'anything',
        description: 'The values that are ticked at first, as a list.',
        evidence: inputDialog,
      },
      {
        name: 'implies',
        value: { map: { list: 'scalar' }, names: 'any-name' },
        description: 'An option to the options that it also ticks.',
        evidence: inputDialog,
      },
    ],
    evidence: inputDialog,
  },
] as const satisfies readonly InputTypeFact[];
