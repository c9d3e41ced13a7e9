import type { InputTypeFact } from '../types.ts';
import {
  distance,
  greatest,
  greatestLength,
  least,
  leastLength,
  placeholder,
  startValue,
} from './shared-attributes.ts';
import { editorStrings, inputDialog } from './sources.ts';

const flag = { either: ['boolean', 'expression'] } as const;
const number = { either: ['number', 'expression'] } as const;
const time = { either: ['number', 'clock-time', 'expression'] } as const;

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
      leastLength,
      greatestLength,
      {
        name: 'lowercase',
        value: flag,
        default: 'false',
        description: 'Turns what is typed into lower case.',
        evidence: editorStrings,
      },
      {
        name: 'sanitize',
        value: { either: ['pattern', 'expression'] },
        description: 'A regular expression by which the form cleans what is typed.',
        evidence: editorStrings,
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
    description: 'A time; the form shows HH:MM:SS, the workflow keeps and gets seconds.',
    yields: 'number',
    common: 'all',
    keys: [
      {
        name: 'default',
        value: time,
        description:
          'Seconds, as 3600; the value of `disableValue` starts without a limit. Older forms have HH:MM:SS or D-HH[:MM[:SS]].',
        evidence: editorStrings,
      },
      {
        name: 'min',
        value: time,
        description: 'The least time in seconds. Older forms have HH:MM:SS or D-HH[:MM[:SS]].',
        evidence: editorStrings,
      },
      {
        name: 'max',
        value: time,
        description: 'The greatest time in seconds. Older forms have HH:MM:SS or D-HH[:MM[:SS]].',
        evidence: editorStrings,
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
        description: 'The number that the run gets for that choice, often -1; needs disableLabel.',
        evidence: inputDialog,
      },
    ],
    evidence: inputDialog,
  },
] as const satisfies readonly InputTypeFact[];
