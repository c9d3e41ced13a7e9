import { structureFindings } from '../../analysis/structure/structure.ts';
import { dedent } from '../../base/dedent.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An action that needs arguments has none. */
export const missingWith = defineRule({
  meta: {
    id: 'missing-with',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A built-in action is called without the arguments that it needs.',
      why: 'The step fails.',
      fix: 'Add "with" and the keys that the message names.',
      examples: {
        bad: [stepsExample`- uses: «parallelworks/wait-for-agent»`],
        good: [
          dedent`
            jobs:
              main:
                steps:
                  - uses: parallelworks/wait-for-agent
                    with:
                      agentId: \${{ needs.submit.outputs.agentId }}
                needs: [submit]
              submit:
                steps:
                  - uses: parallelworks/scheduler-agent
                    with:
                      scheduler-type: slurm
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'missing-with', context),
});
