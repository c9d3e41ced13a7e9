import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** A word that its key does not take. */
export const invalidValue = defineRule({
  meta: {
    id: 'invalid-value',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'A key takes one of a few words, and this is none of them.',
      why: 'The platform refuses the workflow.',
      fix: 'Use one of the words that the message names.',
      examples: {
        bad: [
          'jobs:\n  main:\n    steps:\n      - run: make test\n        early-cancel: «any-job-fails»\n',
          "sessions:\n  session:\n    type: «tunel»\npermissions: ['*']\njobs:\n  main:\n    steps:\n      - uses: parallelworks/update-session\n        with:\n          name: ${{ sessions.session }}\n          target: user-workspace\n          remotePort: 8080\n",
        ],
        good: ['jobs:\n  main:\n    steps:\n      - run: make test\n        early-cancel: any-job-failed\n'],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'invalid-value', context),
});
