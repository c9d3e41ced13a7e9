import { isMatrixJob, jobGraph } from '../../analysis/workflow/job-graph.ts';
import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';

/** `:any` behind a job that has no instances. */
export const anyOfPlainJob = defineRule({
  meta: {
    id: 'any-of-plain-job',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'An entry of `needs` ends in `:any`, and the job is no matrix job.',
      why: '`:any` waits for the first instance of a matrix; a plain job has none.',
      fix: 'Remove `:any`, or give the job a `strategy` with a `matrix`.',
      examples: {
        bad: [
          dedent`
            jobs:
              build:
                steps:
                  - run: make
              deploy:
                needs: ["«build»:any"]
                steps:
                  - run: make install
          `,
        ],
        good: [
          dedent`
            jobs:
              build:
                strategy:
                  matrix:
                    i: [1, 2]
                steps:
                  - run: make part-\${{ matrix.i }}
              deploy:
                needs: ["build:any"]
                steps:
                  - run: make install
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    const { byName } = context.ask(jobGraph, workflow);
    for (const job of workflow.jobs) {
      for (const need of job.needs) {
        const needed = byName.get(need.value);
        if (!need.any || needed === undefined || isMatrixJob(needed)) continue;
        yield {
          message: `":any" waits for an instance of a matrix, and job "${need.value}" has no matrix`,
          at: need.span,
          related: [{ span: needed.id.span, text: 'the job' }],
          help: `write "${need.value}"`,
        };
      }
    }
  },
});
