import { referencesIn, spanIn } from '../../analysis/expressions/references.ts';
import { dedent } from '../../base/dedent.ts';
import type { ExpressionPlace } from '../../model/workflow.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Outputs are read before any job can have run. */
export const jobContextOutsideJob = defineRule({
  meta: {
    id: 'job-context-outside-job',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'The form or the top of the workflow reads `needs` or `steps`.',
      why: 'Both are evaluated before any job runs, so there are no outputs yet.',
      fix: 'Read outputs inside a job that needs the one which writes them.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - if: \${{ inputs.port != '' }}
                run: echo "PORT=1" >> $OUTPUTS
            inputs:
              port:
                type: string
                default: \${{ «needs».main.outputs.PORT }}
          `,
        ],
        good: [
          dedent`
            jobs:
              ports:
                steps:
                  - run: echo "PORT=1" >> $OUTPUTS
              main:
                needs: [ports]
                env:
                  PORT: \${{ needs.ports.outputs.PORT }}
                steps:
                  - run: echo "$PORT"
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site }, context) {
    const where = placeWords(site.place);
    if (where === undefined) return;
    for (const reference of context.ask(referencesIn, site)) {
      if (reference.root !== 'needs' && reference.root !== 'steps') continue;
      yield {
        message: `"${reference.root}" cannot be read ${where}: no job has run yet`,
        at: spanIn(site, reference.path.rootRange),
        help: 'read outputs inside a job that needs the one which writes them',
        // Whether "env" and "sessions" are computed once or for each job is not published.
        severity: site.place.kind === 'workflow' ? 'warning' : undefined,
      };
    }
  },
});

function placeWords(place: ExpressionPlace): string | undefined {
  switch (place.kind) {
    case 'input':
      return 'in the form';
    case 'workflow':
      return ['on', 'env', 'sessions', 'timeout'].includes(place.key) ? `under "${place.key}"` : undefined;
    default:
      return undefined;
  }
}
