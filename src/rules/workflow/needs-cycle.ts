import { jobGraph } from '../../analysis/workflow/job-graph.ts';
import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';

/** Jobs that wait for each other. */
export const needsCycle = defineRule({
  meta: {
    id: 'needs-cycle',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'Jobs need each other in a circle.',
      why: 'None of them can ever start; the platform refuses the workflow.',
      fix: 'Remove one of the entries of `needs` along the circle. A job reads its own outputs without listing itself.',
      examples: {
        bad: [
          dedent`
            jobs:
              build:
                needs: [«deploy»]
                steps:
                  - run: make
              deploy:
                needs: [build]
                steps:
                  - run: make install
          `,
          dedent`
            jobs:
              build:
                needs:
                  - «build»
                steps:
                  - run: make
          `,
        ],
        good: [
          dedent`
            jobs:
              build:
                steps:
                  - run: make
              deploy:
                needs: [build]
                steps:
                  - run: make install
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    for (const [first, ...others] of context.ask(jobGraph, workflow).cycles) {
      if (first === undefined) continue;
      const name = first.from.id.value;
      if (others.length === 0) {
        yield {
          message: `job "${name}" needs itself`,
          at: first.need.span,
          help: 'remove it: a job reads its own outputs without listing itself',
        };
        continue;
      }
      const way = [first, ...others].map((edge) => edge.to.id.value);
      yield {
        message: `jobs wait for each other: ${[name, ...way].join(' needs ')}`,
        at: first.need.span,
        related: others.map((edge) => ({
          span: edge.need.span,
          text: `"${edge.from.id.value}" needs "${edge.to.id.value}"`,
        })),
        help: 'remove one of these entries of "needs"',
      };
    }
  },
});
