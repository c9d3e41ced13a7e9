import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** A duration that the platform cannot read. */
export const invalidDuration = defineRule({
  meta: {
    id: 'invalid-duration',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'A duration is not a whole number with d, h, m or s.',
      why: 'The platform refuses the workflow.',
      fix: 'Write one number and one unit, as 90s, 10m or 2h; a bare number is seconds.',
      examples: {
        bad: [
          'jobs:\n  main:\n    steps:\n      - run: make test\n        timeout: «00:10:00»\n',
          'jobs:\n  main:\n    steps:\n      - run: make test\n        retry:\n          timeout: 5m\n          interval: «1.5s»\n',
        ],
        good: [
          'jobs:\n  main:\n    steps:\n      - run: make test\n        timeout: 10m\n',
          'jobs:\n  main:\n    steps:\n      - run: make test\n        timeout: ${{ inputs.limit }}\non:\n  execute:\n    inputs:\n      limit:\n        type: string\n        default: 10m\n',
        ],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'invalid-duration', context),
});
