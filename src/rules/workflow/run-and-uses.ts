import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** A step with both "run" and "uses". */
export const runAndUses = defineRule({
  meta: {
    id: 'run-and-uses',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'A step has both "run" and "uses".',
      why: 'The platform takes exactly one of them.',
      fix: 'Make two steps of it.',
      examples: {
        bad: [
          'jobs:\n  main:\n    steps:\n      - uses: parallelworks/checkout\n        «run»: echo hello\n        with:\n          repo: https://github.com/org/repo.git\n          branch: v1.0.0\n',
        ],
        good: [
          'jobs:\n  main:\n    steps:\n      - uses: parallelworks/checkout\n        with:\n          repo: https://github.com/org/repo.git\n          branch: v1.0.0\n      - run: echo hello\n',
        ],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'run-and-uses', context),
});
