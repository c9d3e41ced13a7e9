import type { CommonAttributeFact } from '../types.ts';

const editor = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui InputDialog.tsx',
} as const;

const strings = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui graph/editorStrings.ts, InputDialog.test.tsx',
} as const;

const flag = { either: ['boolean', 'expression'] } as const;

/** The attributes that inputs share. */
export const commonAttributes = [
  {
    name: 'label',
    value: 'text',
    default: "the input's name",
    description: 'What the form shows beside the field.',
    alsoOf: ['group', 'header'],
    evidence: editor,
  },
  {
    name: 'description',
    value: 'text',
    description: 'Text under the field.',
    alsoOf: ['group', 'header'],
    evidence: editor,
  },
  {
    name: 'tooltip',
    value: 'text',
    description: 'Text that shows when the reader asks for help on the field.',
    alsoOf: ['group', 'header'],
    evidence: editor,
  },
  {
    name: 'width',
    value: { either: ['width', 'expression'] },
    description: 'How wide the field is drawn: pixels as a number, or a share of the form as `50%`.',
    alsoOf: ['group', 'header'],
    evidence: strings,
  },
  {
    name: 'anchor-below',
    value: 'scalar',
    description: 'Keeps the field below another one where fields stand side by side.',
    alsoOf: ['group', 'header'],
    evidence: strings,
  },
  {
    name: 'optional',
    value: flag,
    default: 'false',
    description: 'The field may stay empty.',
    alsoOf: [],
    evidence: editor,
  },
  {
    name: 'hidden',
    value: flag,
    default: 'false',
    description: 'The form does not show the field; its default is still used.',
    alsoOf: ['group', 'header'],
    evidence: editor,
  },
  {
    name: 'disabled',
    value: flag,
    default: 'false',
    description: 'The field is shown and cannot be changed.',
    alsoOf: [],
    evidence: editor,
  },
  {
    name: 'ignore',
    value: flag,
    default: 'false',
    description: 'The value is not passed to the run.',
    alsoOf: ['group'],
    evidence: editor,
  },
] as const satisfies readonly CommonAttributeFact[];
