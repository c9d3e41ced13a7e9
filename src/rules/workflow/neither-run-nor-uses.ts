import { structureFindings } from '../../analysis/structure/structure.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A step with neither "run" nor "uses". */
export const neitherRunNorUses = defineRule({
  meta: {
    id: 'neither-run-nor-uses',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A step has neither "run" nor "uses".',
      why: 'The platform takes exactly one of them.',
      fix: 'Write the commands under "run", or name an action under "uses".',
      examples: {
        bad: [stepsExample`- «name»: Say hello`],
        good: [
          stepsExample`
            - name: Say hello
              run: echo hello
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'neither-run-nor-uses', context),
});
