import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** A key of GitHub Actions, or one that belongs a level higher or lower. */
export const foreignKey = defineRule({
  meta: {
    id: 'foreign-key',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: "A key comes from another system's language, or belongs to another level of this one.",
      why: "The platform's schema is closed: it refuses the workflow, or drops what stands under the key.",
      fix: 'The help of the finding says what the platform has instead.',
      examples: {
        bad: [
          'jobs:\n  main:\n    steps:\n      - run: make test\n        «continue-on-error»: true\n',
          '«name»: hello\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
          'jobs:\n  main:\n    «retry»:\n      max-retries: 3\n    steps:\n      - run: make test\n',
        ],
        good: ['jobs:\n  main:\n    steps:\n      - run: make test\n        ignore-errors: true\n'],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'foreign-key', context),
});
