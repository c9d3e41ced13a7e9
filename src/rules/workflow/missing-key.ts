import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** A key that must be there is not. */
export const missingKey = defineRule({
  meta: {
    id: 'missing-key',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'A key that the platform needs is missing.',
      why: 'The platform refuses the workflow.',
      fix: 'Add the key.',
      examples: {
        bad: [
          'jobs:\n  «main»:\n    needs: []\n',
          'on:\n  execute:\n    inputs:\n      «mode»:\n        type: dropdown\n        label: Mode\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
          'on:\n  execute:\n    inputs:\n      «name»:\n        label: Name\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
          'jobs:\n  main:\n    steps:\n      - uses: parallelworks/checkout\n        «with»:\n          repo: https://github.com/org/repo.git\n',
        ],
        good: [
          'on:\n  execute:\n    inputs:\n      mode:\n        type: dropdown\n        options: [fast, exact]\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
        ],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'missing-key', context),
});
