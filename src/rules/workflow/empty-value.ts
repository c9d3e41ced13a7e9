import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** A key with nothing after it. */
export const emptyValue = defineRule({
  meta: {
    id: 'empty-value',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'Nothing is written after a key that needs a value.',
      why: 'The platform refuses the workflow, or runs an empty script.',
      fix: 'Write the value, or remove the key.',
      examples: {
        bad: [
          'jobs:\n  main:\n    steps:\n      - «run»:\n',
          'on:\n  execute:\n    inputs:\n      name:\n        type: string\n        «label»:\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
          'jobs:\n  main:\n    steps:\n      - run: make test\n        «timeout»:\n',
          "jobs:\n  main:\n    steps:\n      - uses: parallelworks/cancel-jobs\n        «with»:\npermissions: ['*']\n",
        ],
        good: [
          "jobs:\n  main:\n    steps:\n      - uses: parallelworks/cancel-jobs\n        with: {}\npermissions: ['*']\n",
          'jobs:\n  main:\n    steps:\n      - run: make test\n        timeout: 10m\n',
          'on:\n  execute:\n    inputs:\n      name:\n        type: string\n        default:\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
        ],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'empty-value', context),
});
