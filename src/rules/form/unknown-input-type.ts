import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** An input of a type that the platform does not know. */
export const unknownInputType = defineRule({
  meta: {
    id: 'unknown-input-type',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'An input of the form has a type that the platform does not know.',
      why: 'The form cannot draw the field, and the schema refuses the workflow.',
      fix: 'Use one of the types in docs/reference/input-types.md.',
      examples: {
        bad: [
          'on:\n  execute:\n    inputs:\n      name:\n        type: «strnig»\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
          'on:\n  execute:\n    inputs:\n      message:\n        type: «textarea»\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
        ],
        good: [
          'on:\n  execute:\n    inputs:\n      name:\n        type: string\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
        ],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'unknown-input-type', context),
});
