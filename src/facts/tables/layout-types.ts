import type { InputTypeFact } from '../types.ts';
import { greatestRows, leastRows } from './shared-attributes.ts';
import { editorStrings, inputDialog } from './sources.ts';

const flag = { either: ['boolean', 'expression'] } as const;
const textOrTexts = { either: ['text', { list: 'text' }] } as const;

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
      leastRows,
      greatestRows,
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
        value: { either: ['positive-number', 'expression'] },
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
    description:
      'A page of a wizard. With `multi` the page repeats, and its value is a list with a row for each time.',
    yields: 'group',
    common: 'step',
    children: 'options',
    keys: [
      {
        name: 'title',
        value: textOrTexts,
        required: true,
        description: 'The title of the page; of a page that repeats, also one for each time as a list.',
        evidence: inputDialog,
      },
      {
        name: 'description',
        value: textOrTexts,
        description: 'Text under the title; of a page that repeats, also one for each time as a list.',
        evidence: inputDialog,
      },
      {
        name: 'multi',
        value: flag,
        default: 'false',
        description: 'The page may be filled in several times.',
        evidence: editorStrings,
      },
      { ...leastRows, description: 'How often the page is filled in at least; needs multi.' },
      { ...greatestRows, description: 'How often the page is filled in at most; needs multi.' },
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
