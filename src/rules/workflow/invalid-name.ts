import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** A name with characters that names may not have. */
export const invalidName = defineRule({
  meta: {
    id: 'invalid-name',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'The name of a job, an input, an environment variable or a link has characters that it may not have.',
      why: 'The schema refuses the name.',
      fix: 'Rename it, and whatever refers to it.',
      examples: {
        bad: [
          'jobs:\n  «Main»:\n    steps:\n      - run: echo hello\n',
          'on:\n  execute:\n    inputs:\n      «my input»:\n        type: string\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
          'jobs:\n  main:\n    env:\n      «MY-VAR»: 1\n    steps:\n      - run: echo hello\n',
          'jobs:\n  «Build»:\n    steps:\n      - run: echo hello\n  main:\n    needs: [build]\n    steps:\n      - run: echo hello\n',
          'jobs:\n  main:\n    steps:\n      - id: «Port»\n        run: echo "PORT=1" >> $OUTPUTS\n      - run: echo "${{ steps.port.outputs.PORT }}"\n',
          'jobs:\n  main:\n    steps:\n      - id: «My Step»\n        run: echo hello\n',
        ],
        good: [
          'jobs:\n  main-job:\n    steps:\n      - run: echo hello\n',
          'on:\n  execute:\n    inputs:\n      my_input:\n        type: string\njobs:\n  main:\n    steps:\n      - run: echo hello\n',
        ],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'invalid-name', context),
});
