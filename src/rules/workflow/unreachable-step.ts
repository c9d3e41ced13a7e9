import { formulaOfSite, ifSites, stateKey } from '../../analysis/expressions/conditions.ts';
import { all, type Formula, fixed, truthOf } from '../../analysis/expressions/formula.ts';
import { dedent } from '../../base/dedent.ts';
import type { ExpressionSite } from '../../model/workflow.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** The first step of a job cannot follow a failure. */
const first: ReadonlyMap<string, boolean> = new Map([
  [stateKey('error'), false],
  [stateKey('completed'), true],
]);

/** A step that never runs, because of where it stands. */
export const unreachableStep = defineRule({
  meta: {
    id: 'unreachable-step',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The first step of a job runs only after an earlier step has failed, or the conditions of a step and of its job exclude each other.',
      why: 'In the `if` of a step the keywords speak of the earlier steps of its job; where there are none, or where the job itself does not run, the step never runs.',
      fix: 'Move the step behind those whose failure it handles; correct one of the two conditions.',
      examples: {
        bad: [
          dedent`
            jobs:
              build:
                steps:
                  - if: «\${{ error }}»
                    run: cat build.log
                  - run: make
          `,
          workflowExample`
            jobs:
              submit:
                if: \${{ inputs.scheduler == true }}
                steps:
                  - run: make
                  - if: «\${{ inputs.scheduler == false }}»
                    run: ./run
            inputs:
              scheduler:
                type: boolean
          `,
        ],
        good: [
          dedent`
            jobs:
              build:
                steps:
                  - run: make
                  - if: \${{ error }}
                    run: cat build.log
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    const sites = context.ask(ifSites, workflow);
    const formulaAt = (site: ExpressionSite) => formulaOfSite(site, { workflow, context });
    for (const job of workflow.jobs) {
      const ofJob = sites.get(job);
      for (const step of job.steps) {
        const site = sites.get(step);
        if (site === undefined) continue;
        const formula = formulaAt(site);
        if (truthOf(formula) !== 'some') continue;
        if (step.index === 0 && truthOf(fixed(formula, first)) === 'none') {
          yield {
            message:
              'this step never runs: it waits for an earlier step of the job to fail, and it is the first',
            at: site.span,
            help: 'move it behind the steps whose failure it handles',
          };
        } else if (ofJob !== undefined && excludes(formulaAt(ofJob), formula)) {
          yield {
            message: 'this step never runs: whenever its condition holds, that of the job does not',
            at: site.span,
            related: [{ span: ofJob.span, text: 'the condition of the job' }],
            help: 'correct one of the two conditions',
          };
        }
      }
    }
  },
});

/** Whether two conditions that can hold never hold together. State keywords speak of other jobs in each. */
function excludes(ofJob: Formula, ofStep: Formula): boolean {
  if (readsState(ofJob) || readsState(ofStep)) return false;
  return truthOf(ofJob) === 'some' && truthOf(all([ofJob, ofStep])) === 'none';
}

const states = ['completed', 'error', 'canceled'].map(stateKey);

function readsState(formula: Formula): boolean {
  switch (formula.kind) {
    case 'free':
      return states.includes(formula.key);
    case 'not':
      return readsState(formula.part);
    case 'and':
    case 'or':
      return formula.parts.some(readsState);
    default:
      return false;
  }
}
