import type { AnalysisContext } from '../../analysis/analysis.ts';
import { spanIn } from '../../analysis/expressions/references.ts';
import { stepOutputs } from '../../analysis/workflow/job-outputs.ts';
import { type OutputReference, outputReferences } from '../../analysis/workflow/output-references.ts';
import { dedent } from '../../base/dedent.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Job } from '../../model/workflow.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** A step reads what only a later step of its job writes. */
export const outputReadTooEarly = defineRule({
  meta: {
    id: 'output-read-too-early',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'A step reads an output of its own job that only this step or a later one writes.',
      why: 'Expressions are filled in before the step starts, when the output does not exist yet.',
      fix: 'Move the step behind the one that writes the output. A `cleanup` runs at the end of the job and may read it.',
      examples: {
        bad: [
          dedent`
            jobs:
              ports:
                steps:
                  - if: \${{ needs.ports.outputs.«PORT» == 1 }}
                    run: date
                  - run: echo "PORT=1" >> $OUTPUTS
          `,
          dedent`
            jobs:
              ports:
                steps:
                  - if: \${{ steps.«ports».outputs.PORT == 1 }}
                    run: date
                  - id: ports
                    run: echo "PORT=1" >> $OUTPUTS
          `,
          dedent`
            jobs:
              ports:
                if: \${{ «needs.ports.outputs.PORT» == 1 }}
                steps:
                  - run: echo "PORT=1" >> $OUTPUTS
          `,
          dedent`
            jobs:
              ports:
                ssh:
                  remoteHost: \${{ «needs.ports.outputs.NODE» }}
                steps:
                  - run: echo "NODE=n1" >> $OUTPUTS
                  - run: hostname
          `,
        ],
        good: [
          dedent`
            jobs:
              ports:
                ssh:
                  remoteHost: \${{ needs.ports.outputs.NODE }}
                steps:
                  - run: echo "NODE=n1" >> $OUTPUTS
                    ssh: null
                  - run: hostname
          `,
          dedent`
            jobs:
              ports:
                steps:
                  - run: echo "PORT=1" >> $OUTPUTS
                    cleanup: fuser -k \${{ needs.ports.outputs.PORT }}/tcp
                  - if: \${{ needs.ports.outputs.PORT == 1 }}
                    run: date
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    for (const read of context.ask(outputReferences, workflow)) {
      const { reader, reference } = read;
      const { place } = reference.site;
      if (place.kind === 'job' && place.key === 'if' && place.job === read.job) {
        yield {
          message: `"if" decides whether job "${read.job.id.value}" starts, before it has written any output`,
          at: spanIn(reference.site, reference.path),
          help: 'put the condition on the steps, or write the output in a job that this one needs',
        };
        continue;
      }
      if (place.kind === 'job' && place.job === read.job && decidesWhereFirstStepRuns(place.key, read.job)) {
        yield {
          message: `"${place.key}" says where the first step of job "${read.job.id.value}" runs, before it has written any output`,
          at: spanIn(reference.site, reference.path),
          help: `write "${place.key}" on the steps behind the one that writes the output, or write it in a job that this one needs`,
        };
        continue;
      }
      // Retries and clean-up happen after the step has run.
      if (reader === undefined || place.kind !== 'step' || place.key === 'cleanup' || place.key === 'retry')
        continue;
      yield* read.stepName === undefined
        ? jobRead(read, reader.index, context)
        : stepRead(read, reader.index);
    }
  },
});

/** Whether a key of the job holds for its first step, which does not say otherwise itself. */
function decidesWhereFirstStepRuns(key: string, job: Job): boolean {
  const [first] = job.steps;
  return (
    (key === 'ssh' || key === 'working-directory') &&
    first?.run !== undefined &&
    pairOf(first.node, key) === undefined
  );
}

function* stepRead({ reference, stepName, step }: OutputReference, reader: number): Iterable<Finding> {
  if (stepName === undefined || step === undefined || step.index < reader) return;
  yield {
    message:
      step.index === reader
        ? `the step reads its own output, which it has not written yet`
        : `step "${stepName.name}" runs after this one and has written nothing yet`,
    at: spanIn(reference.site, stepName),
    related: step.id && [{ span: step.id.span, text: 'the step that writes it' }],
    help: 'move this step behind the one that it reads',
  };
}

function* jobRead(
  { reference, job, key }: OutputReference,
  reader: number,
  context: AnalysisContext,
): Iterable<Finding> {
  if (key === undefined) return;
  const before = job.steps
    .filter((step) => step.index < reader)
    .map((step) => context.ask(stepOutputs, step));
  if (before.some((outputs) => outputs.opaque !== undefined)) return;
  if (before.some((outputs) => outputs.written.some((each) => each.key === key.name))) return;
  const later = job.steps
    .filter((step) => step.index >= reader)
    .flatMap((step) => context.ask(stepOutputs, step).written)
    .find((each) => each.key === key.name && !each.byAction);
  if (later === undefined) return;
  yield {
    message: `"${key.name}" is read before it is written: no earlier step of this job writes it`,
    at: spanIn(reference.site, key),
    related: [{ span: later.span, text: 'written here, too late' }],
    help: 'move this step behind the one that writes the output',
  };
}
