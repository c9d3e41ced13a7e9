import type { InputTypeFact } from '../types.ts';
import { inputDialog } from './sources.ts';

const flag = { either: ['boolean', 'expression'] } as const;
const number = { either: ['number', 'expression'] } as const;

/** Inputs that arrange others, and text between them. */
export const layoutTypes = [
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
        evidence: inputDialog,
      },
      {
        name: 'collapsed',
        value: flag,
        default: 'false',
        description: 'The group starts closed.',
        evidence: inputDialog,
      },
      {
        name: 'flatten',
        value: flag,
        default: 'false',
        description: 'Its inputs are read without the name of the group.',
        evidence: inputDialog,
      },
    ],
    evidence: inputDialog,
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
        evidence: inputDialog,
      },
      {
        name: 'default',
        value: 'anything',
        description: 'The rows that the form starts with.',
        evidence: inputDialog,
      },
      {
        name: 'items-collapsible',
        value: flag,
        description: 'Rows can be closed.',
        evidence: inputDialog,
      },
      {
        name: 'min',
        value: number,
        description: 'The least number of rows.',
        evidence: inputDialog,
      },
      {
        name: 'max',
        value: number,
        description: 'The greatest number of rows.',
        evidence: inputDialog,
      },
    ],
    evidence: inputDialog,
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
        evidence: inputDialog,
      },
      {
        name: 'size',
        value: number,
        description: 'The size of the text in pixels.',
        evidence: inputDialog,
      },
      {
        name: 'bold',
        value: flag,
        default: 'true',
        description: 'Bold text.',
        evidence: inputDialog,
      },
    ],
    evidence: inputDialog,
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
        evidence: inputDialog,
      },
      {
        name: 'options',
        value: { either: [{ inputs: 'options' }, 'nothing'] },
        description: 'The inputs of the page by name.',
        evidence: inputDialog,
      },
      {
        name: 'nextLabel',
        value: 'text',
        default: 'Next',
        description: 'The text of the button to the next page.',
        evidence: inputDialog,
      },
      {
        name: 'prevLabel',
        value: 'text',
        default: 'Previous',
        description: 'The text of the button to the page before.',
        evidence: inputDialog,
      },
    ],
    evidence: inputDialog,
  },
] as const satisfies readonly InputTypeFact[];
