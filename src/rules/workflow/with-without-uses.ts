import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** "with" on a step that runs a script. */
export const withWithoutUses = defineRule({
  meta: {
    id: 'with-without-uses',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'A step that runs a script has "with".',
      why: 'Only "uses" takes arguments; the schema refuses the step.',
      fix: 'Pass values to a script through "env".',
      examples: {
        bad: ['jobs:\n  main:\n    steps:\n      - run: echo hello\n        «with»:\n          name: you\n'],
        good: [
          'jobs:\n  main:\n    steps:\n      - run: echo hello $NAME\n        env:\n          NAME: you\n',
        ],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'with-without-uses', context),
});
