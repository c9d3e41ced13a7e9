import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** A number that its key does not take. */
export const numberOutOfRange = defineRule({
  meta: {
    id: 'number-out-of-range',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'A number is negative, a fraction or zero where the platform counts.',
      why: 'The platform refuses the workflow.',
      fix: 'Write a whole number in the range that the message names.',
      examples: {
        bad: [
          'jobs:\n  main:\n    steps:\n      - run: make test\n        retry:\n          timeout: 5m\n          max-retries: «-1»\n',
          'jobs:\n  main:\n    strategy:\n      max-parallel: «0»\n      matrix:\n        size: [1, 2]\n    steps:\n      - run: echo ${{ matrix.size }}\n',
        ],
        good: [
          'jobs:\n  main:\n    steps:\n      - run: make test\n        retry:\n          timeout: 5m\n          max-retries: 3\n',
        ],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'number-out-of-range', context),
});
