import { jobOutputs } from '../../analysis/workflow/job-outputs.ts';
import { outputReferences } from '../../analysis/workflow/output-references.ts';
import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';

/** An output that nothing in the workflow reads. */
export const outputNeverRead = defineRule({
  meta: {
    id: 'output-never-read',
    group: 'workflow',
    severity: 'note',
    since: '0.1.0',
    tier: 'pedantic',
    precision: 'medium',
    page: {
      what: 'A step writes an output that no expression of the workflow reads.',
      why: 'It may be left over, or read elsewhere under a name that does not fit. People may still read it on the run page.',
      fix: 'Remove the line that writes it, or read it.',
      examples: {
        bad: [
          dedent`
            jobs:
              ports:
                steps:
                  - run: echo "«PORT»=1" >> $OUTPUTS
          `,
        ],
        good: [
          dedent`
            jobs:
              ports:
                steps:
                  - run: echo "PORT=1" >> $OUTPUTS
                  - if: \${{ needs.ports.outputs.PORT == 1 }}
                    run: date
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    const reads = context.ask(outputReferences, workflow);
    for (const job of workflow.jobs) {
      const ofJob = reads.filter((read) => read.job === job);
      // Somebody reads all outputs at once, or under a name that is computed.
      if (ofJob.some((read) => read.key === undefined)) continue;
      const read = new Set(ofJob.map(({ key }) => key?.name));
      const told = new Set<string>();
      for (const { key, span, byAction } of context.ask(jobOutputs, job).written) {
        if (byAction || read.has(key) || told.has(key) || span.file !== workflow.path) continue;
        told.add(key);
        yield {
          message: `nothing in this workflow reads the output "${key}" of job "${job.id.value}"`,
          at: span,
          help: `read it as needs.${job.id.value}.outputs.${key}, or remove it`,
        };
      }
    }
  },
});
