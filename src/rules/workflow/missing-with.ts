import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** An action that needs arguments has none. */
export const missingWith = defineRule({
  meta: {
    id: 'missing-with',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'A built-in action is called without the arguments that it needs.',
      why: 'The step fails.',
      fix: 'Add "with" and the keys that the message names.',
      examples: {
        bad: ['jobs:\n  main:\n    steps:\n      - uses: «parallelworks/wait-for-agent»\n'],
        good: [
          'jobs:\n  main:\n    steps:\n      - uses: parallelworks/wait-for-agent\n        with:\n          agentId: ${{ needs.submit.outputs.agentId }}\n    needs: [submit]\n  submit:\n    steps:\n      - uses: parallelworks/scheduler-agent\n        with:\n          scheduler-type: slurm\n',
        ],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'missing-with', context),
});
