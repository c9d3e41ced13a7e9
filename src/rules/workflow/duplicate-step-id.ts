import type { Spanned } from '../../model/workflow.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Two steps of one job with the same id. */
export const duplicateStepId = defineRule({
  meta: {
    id: 'duplicate-step-id',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'Two steps of one job have the same id.',
      why: 'Outputs are read by the id: the platform refuses the job.',
      fix: 'Give each step its own id.',
      examples: {
        bad: [
          stepsExample`
            - id: build
              run: make
            - id: «build»
              run: make install
          `,
        ],
        good: [
          stepsExample`
            - id: build
              run: make
            - id: install
              run: make install
          `,
        ],
      },
    },
  },
  on: 'job',
  *check({ job }) {
    const known = new Map<string, Spanned<string>>();
    for (const { id } of job.steps) {
      if (id === undefined) continue;
      const other = known.get(id.value);
      known.set(id.value, other ?? id);
      if (other === undefined) continue;
      yield {
        message: `another step of the job "${job.id.value}" has the id "${id.value}"`,
        at: id.span,
        help: 'rename one of them, and whatever refers to it',
        related: [{ span: other.span, text: 'the other one' }],
      };
    }
  },
});
