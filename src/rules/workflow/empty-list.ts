import { structureFindings } from '../../analysis/structure/structure.ts';
import { dedent } from '../../base/dedent.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A list or map that must have an entry is empty. */
export const emptyList = defineRule({
  meta: {
    id: 'empty-list',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A list or a map that needs at least one entry has none.',
      why: 'The platform refuses a workflow without jobs and a job without steps.',
      fix: 'Add an entry.',
      examples: {
        bad: [
          dedent`
            jobs:
              main:
                steps: «[]»
          `,
          'jobs: «{}»',
        ],
        good: [stepsExample`- run: echo hello`],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'empty-list', context),
});
