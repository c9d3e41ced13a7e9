import type { SectionFact } from '../types.ts';

const editor = {
  kind: 'documented',
  from: 'parallelworks/foundation packages/ui InputDialog.tsx',
} as const;

/** One option of a dropdown, radio or checkbox group that is written as a map. */
export const optionSections = [
  {
    name: 'option',
    words: 'an option',
    evidence: editor,
    keys: [
      {
        name: 'value',
        value: 'anything',
        required: true,
        description: 'What the run gets.',
        evidence: editor,
      },
      { name: 'label', value: 'text', description: 'What the form shows.', evidence: editor },
      {
        name: 'description',
        value: 'text',
        description: 'Text under the option.',
        evidence: editor,
      },
    ],
  },
] as const satisfies readonly SectionFact[];
