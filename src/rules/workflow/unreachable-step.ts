import { formulaOfSite, ifSites, stateKey } from '../../analysis/conditions.ts';
import { fixed, truthOf } from '../../analysis/formula.ts';
import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';

/** The first step of a job cannot follow a failure. */
const first: ReadonlyMap<string, boolean> = new Map([
  [stateKey('error'), false],
  [stateKey('completed'), true],
]);

/** A step that waits for the failure of earlier steps, and there are none. */
export const unreachableStep = defineRule({
  meta: {
    id: 'unreachable-step',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    what: 'The first step of a job runs only after an earlier step has failed.',
    why: 'In the `if` of a step the keywords speak of the earlier steps of its job, and there are none: it never runs.',
    fix: 'Move the step behind those whose failure it handles.',
    examples: {
      bad: [
        dedent(`
          jobs:
            build:
              steps:
                - if: «\${{ error }}»
                  run: cat build.log
                - run: make
        `),
      ],
      good: [
        dedent(`
          jobs:
            build:
              steps:
                - run: make
                - if: \${{ error }}
                  run: cat build.log
        `),
      ],
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    const sites = context.ask(ifSites, workflow);
    for (const job of workflow.jobs) {
      const [step] = job.steps;
      const site = step && step.index === 0 ? sites.get(step) : undefined;
      if (site === undefined) continue;
      const formula = formulaOfSite(site, { workflow, context });
      if (truthOf(formula) !== 'some' || truthOf(fixed(formula, first)) !== 'none') continue;
      yield {
        message: 'this step never runs: it waits for an earlier step of the job to fail, and it is the first',
        at: site.span,
        help: 'move it behind the steps whose failure it handles',
      };
    }
  },
});
