import type { KeyFact } from '../types.ts';

const editor = { kind: 'documented', from: 'parallelworks/foundation packages/ui, workflow editor' } as const;

/** Keys of `with` that tell the platform which file of a repository to call; they are no inputs of it. */
export const withSpecials = [
  {
    name: '$yaml',
    value: 'text',
    default: 'workflow.yaml',
    description: 'The path of the workflow file in the repository; with github/ and gitlab/.',
    evidence: editor,
  },
  {
    name: '$thumbnail',
    value: 'text',
    description: 'The path of a picture in the repository.',
    evidence: editor,
  },
  {
    name: '$host',
    value: 'text',
    default: 'gitlab.com',
    description: 'The GitLab server; with gitlab/.',
    evidence: editor,
  },
] as const satisfies readonly KeyFact[];
