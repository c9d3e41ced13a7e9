import { formulaOfSite, ifSites, stateKey } from '../../analysis/expressions/conditions.ts';
import { fixed, truthOf } from '../../analysis/expressions/formula.ts';
import { needsAreKnown } from '../../analysis/workflow/job-graph.ts';
import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';

/** What the keywords say of a job that waits for none. */
const withoutNeeds: ReadonlyMap<string, boolean> = new Map([
  [stateKey('error'), false],
  [stateKey('canceled'), false],
  [stateKey('completed'), true],
]);

/** A job that waits for a failure of jobs that it does not need. */
export const unreachableJob = defineRule({
  meta: {
    id: 'unreachable-job',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A job runs only after an error or a cancellation, and needs no job in which that could happen.',
      why: 'In the `if` of a job the keywords speak of the jobs in `needs`. Without any, the job never runs.',
      fix: 'List in `needs` the jobs whose failure it handles.',
      examples: {
        bad: [
          dedent`
            jobs:
              build:
                steps:
                  - run: make
              report:
                if: «\${{ error }}»
                steps:
                  - run: cat build.log
          `,
        ],
        good: [
          dedent`
            jobs:
              build:
                steps:
                  - run: make
              report:
                needs: [build]
                if: \${{ error || always }}
                steps:
                  - run: cat build.log
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    const sites = context.ask(ifSites, workflow);
    for (const job of workflow.jobs) {
      const site = sites.get(job);
      if (site === undefined || job.needs.length > 0 || !needsAreKnown(job)) continue;
      const formula = formulaOfSite(site, { workflow, context });
      if (truthOf(formula) !== 'some' || truthOf(fixed(formula, withoutNeeds)) !== 'none') continue;
      yield {
        message: `job "${job.id.value}" never runs: its "if" asks how the jobs in "needs" ended, and it needs none`,
        at: site.span,
        help: 'list in "needs" the jobs whose failure it handles',
      };
    }
  },
});
