import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** An attribute on an input of a type that does not have it. */
export const misplacedAttribute = defineRule({
  meta: {
    id: 'misplaced-attribute',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'An attribute stands on an input whose type does not take it, or beside inputs and not in one.',
      why: 'Each type of input has its own closed list of attributes; the platform refuses others.',
      fix: 'Remove the attribute, indent it under its input, or change the type of the input.',
      examples: {
        bad: [
          "on:\n  execute:\n    inputs:\n      count:\n        type: number\n        «placeholder»: '4'\njobs:\n  main:\n    steps:\n      - run: echo hello\n",
          'on:\n  execute:\n    inputs:\n      settings:\n        type: group\n        «optional»: true\n        items:\n          name:\n            type: string\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
          'on:\n  execute:\n    inputs:\n      rows:\n        type: list\n        template:\n          «label»: Prompt\n          type: editor\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
        ],
        good: [
          'on:\n  execute:\n    inputs:\n      name:\n        type: string\n        placeholder: a name\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
          'on:\n  execute:\n    inputs:\n      rows:\n        type: list\n        template:\n          prompt:\n            label: Prompt\n            type: editor\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
        ],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'misplaced-attribute', context),
});
