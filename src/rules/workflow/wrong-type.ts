import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** A value of the wrong type. */
export const wrongType = defineRule({
  meta: {
    id: 'wrong-type',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'A value is of a type that its key does not take, such as text where a list belongs.',
      why: 'The platform refuses the workflow.',
      fix: 'Write the value as the message says.',
      examples: {
        bad: [
          'jobs:\n  main:\n    needs: «setup»\n    steps:\n      - run: echo hello\n  setup:\n    steps:\n      - run: echo first\n',
          'jobs:\n  main:\n    steps:\n      - run: make test\n        ignore-errors: «yes»\n',
          'jobs:\n  main:\n    «steps»:\n      run: echo hello\n',
        ],
        good: [
          'jobs:\n  main:\n    needs: [setup]\n    steps:\n      - run: echo hello\n  setup:\n    steps:\n      - run: echo first\n',
        ],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'wrong-type', context),
});
