import { spanIn } from '../../analysis/expressions/references.ts';
import { stepOutputs } from '../../analysis/workflow/job-outputs.ts';
import { outputReferences } from '../../analysis/workflow/output-references.ts';
import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';

/** The clean-up of a step counts on an output that only a later step writes. */
export const cleanupReadsLaterStep = defineRule({
  meta: {
    id: 'cleanup-reads-later-step',
    group: 'workflow',
    severity: 'note',
    since: '0.1.0',
    tier: 'pedantic',
    precision: 'medium',
    page: {
      what: 'The `cleanup` of a step reads an output that only a later step of the job writes.',
      why: '`cleanup` runs at the end of the job even when it failed before the later step. The output does not exist then, so nothing is cleaned up just when it matters.',
      fix: 'Put the `cleanup` on the step that writes the output.',
      examples: {
        bad: [
          dedent`
            jobs:
              serve:
                steps:
                  - run: date
                    cleanup: kill \${{ needs.serve.outputs.«PID» }}
                  - run: echo "PID=1" >> $OUTPUTS
          `,
          dedent`
            jobs:
              serve:
                steps:
                  - run: date
                    cleanup: kill \${{ steps.service.outputs.«PID» }}
                  - id: service
                    run: echo "PID=1" >> $OUTPUTS
          `,
        ],
        good: [
          dedent`
            jobs:
              serve:
                steps:
                  - run: echo "PID=1" >> $OUTPUTS
                    cleanup: kill \${{ needs.serve.outputs.PID }}
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    for (const { reference, job, stepName, step, key, reader } of context.ask(outputReferences, workflow)) {
      const { place } = reference.site;
      if (reader === undefined || key === undefined || place.kind !== 'step' || place.key !== 'cleanup')
        continue;
      if (stepName !== undefined && step === undefined) continue;
      const writers = step === undefined ? job.steps : [step];
      const until = writers
        .filter(({ index }) => index <= reader.index)
        .map((each) => context.ask(stepOutputs, each));
      if (until.some(({ opaque, written }) => opaque || written.some((each) => each.key === key.name)))
        continue;
      const later = writers
        .filter(({ index }) => index > reader.index)
        .flatMap((each) => context.ask(stepOutputs, each).written)
        .find((each) => each.key === key.name);
      if (later === undefined) continue;
      yield {
        message: `"${key.name}" is written by a later step, which has not run when the job fails before it`,
        at: spanIn(reference.site, key),
        related: [{ span: later.span, text: 'written here' }],
        help: 'put the "cleanup" on the step that writes the output',
      };
    }
  },
});
