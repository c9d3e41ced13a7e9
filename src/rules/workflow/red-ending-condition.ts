import { ifSites } from '../../analysis/expressions/conditions.ts';
import { withoutGroups, writtenIn } from '../../analysis/expressions/references.ts';
import { dedent } from '../../base/dedent.ts';
import type { Expression } from '../../syntax/expression/tree.ts';
import { defineRule } from '../rule.ts';

/** A job whose keyword condition is false although all is well. */
export const redEndingCondition = defineRule({
  meta: {
    id: 'red-ending-condition',
    group: 'workflow',
    severity: 'note',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'The `if` of a job is a keyword that is false when everything goes well.',
      why: 'The platform records a job that its keyword leaves out as skipped-failed, and the whole run ends as an error although nothing failed. Steps do not have this problem.',
      fix: 'Move the steps to the end of the job that may fail, with the condition on each of them: a step looks at the steps before it in its own job. Instead of `never` write `${{ false }}`.',
      examples: {
        bad: [
          dedent`
            jobs:
              build:
                steps:
                  - run: make
              report:
                needs: [build]
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
                  - if: \${{ error }}
                    run: cat build.log
              clean:
                needs: [build]
                if: \${{ always }}
                steps:
                  - run: make clean
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
      if (site?.expression === undefined) continue;
      const isNever = namesState(site.expression, ['never']);
      if (!isNever && (job.needs.length === 0 || !isFalseWhenWell(site.expression))) continue;
      yield {
        message: `when "${writtenIn(site, site.expression)}" is false, this job counts as failed and the run ends as an error`,
        at: site.span,
        help: isNever
          ? 'write ${{ false }}, which is a clean skip'
          : `move these steps to the end of ${job.needs.length === 1 ? `job "${job.needs[0]?.value}"` : 'the jobs that may fail'}, with the condition on each step: a step looks at the ones before it in its own job`,
        fix: isNever
          ? {
              title: 'Write ${{ false }}',
              safety: 'safe',
              edits: [{ span: site.span, replacement: '${{ false }}' }],
            }
          : undefined,
      };
    }
  },
});

/** A keyword alone that is false when all needed jobs have succeeded. */
function isFalseWhenWell(expression: Expression): boolean {
  const inner = withoutGroups(expression);
  if (inner.kind === 'not') return namesState(inner.operand, ['completed', 'success', 'always']);
  return namesState(inner, ['error', 'canceled', 'failure', 'cancelled']);
}

function namesState(expression: Expression, names: readonly string[]): boolean {
  const inner = withoutGroups(expression);
  if (inner.kind === 'keyword') return names.includes(inner.keyword);
  return inner.kind === 'call' && names.includes(inner.name);
}
