import { type Reference, spanIn } from '../../analysis/expressions/references.ts';
import { jobOutputs, stepOutputs } from '../../analysis/workflow/job-outputs.ts';
import { outputReferences } from '../../analysis/workflow/output-references.ts';
import type { WrittenOutput } from '../../analysis/workflow/written-outputs.ts';
import { dedent } from '../../base/dedent.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean, helpWith } from '../../diagnostics/did-you-mean.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Step } from '../../model/workflow.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An output is read that nothing writes. */
export const unknownOutput = defineRule({
  meta: {
    id: 'unknown-output',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'An expression reads an output that no step of the job writes.',
      why: 'The run stops with "output not found" when it gets there.',
      fix: 'Write the output with `echo "KEY=value" >> $OUTPUTS` in a step of that job, or read it under the name that is written.',
      examples: {
        bad: [
          dedent`
            jobs:
              ports:
                steps:
                  - run: echo "PORT=1" >> $OUTPUTS
              serve:
                needs: [ports]
                steps:
                  - if: \${{ needs.ports.outputs.«port» == 1 && needs.ports.outputs.PORT == 1 }}
                    run: date
          `,
          {
            'workflow.yaml': dedent`
              jobs:
                wait:
                  steps:
                    - run: source utils/wait.sh
                serve:
                  needs: [wait]
                  steps:
                    - if: \${{ needs.wait.outputs.«HOST» == none && needs.wait.outputs.HOSTNAME == none }}
                      run: date
            `,
            'utils/wait.sh': 'echo "HOSTNAME=$(cat HOSTNAME)" | tee -a $OUTPUTS\n',
          },
          stepsExample`
            - id: submit
              uses: parallelworks/scheduler-agent
            - uses: parallelworks/wait-for-agent
              with:
                agentId: \${{ steps.submit.outputs.«agentID» }}
          `,
        ],
        good: [
          dedent`
            jobs:
              ports:
                steps:
                  - run: python3 ports.py
              serve:
                needs: [ports]
                steps:
                  - if: \${{ needs.ports.outputs.PORT == 1 }}
                    run: date
          `,
          dedent`
            jobs:
              ports:
                steps:
                  - run: |
                      echo "PORT=1" | sort | tee -a "\${OUTPUTS}"
              serve:
                needs: [ports]
                steps:
                  - if: \${{ needs.ports.outputs.PORT == 1 }}
                    run: date
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    for (const { reference, job, stepName, step, key } of context.ask(outputReferences, workflow)) {
      if (key === undefined || (stepName !== undefined && step === undefined)) continue;
      // The other steps need not be read when one is known to write it.
      const isWritten = (one: Step): boolean =>
        context.ask(stepOutputs, one).written.some((each) => each.key === key.name);
      if (step === undefined && job.steps.some(isWritten)) continue;
      const outputs = step === undefined ? context.ask(jobOutputs, job) : context.ask(stepOutputs, step);
      if (outputs.opaque !== undefined && step !== undefined) {
        yield* otherCase(outputs.written, key, reference);
        continue;
      }
      if (outputs.opaque !== undefined || outputs.written.some((each) => each.key === key.name)) continue;
      // A pipeline that spoils the key is reported itself, and so is a line that is no output.
      if (outputs.written.some((each) => each.changedFrom === key.name)) continue;
      if (outputs.missed.includes(key.name)) continue;
      const keys = [...new Set(outputs.written.map((each) => each.key))];
      const near =
        keys.find((each) => each.toLowerCase() === key.name.toLowerCase()) ?? suggest(key.name, keys);
      const at = spanIn(reference.site, key);
      const writer = outputs.written.find((each) => each.key === near);
      const whose =
        step === undefined ? `no step of job "${job.id.value}"` : `step "${step.id?.value}" never`;
      yield {
        message: `${whose} writes the output "${key.name}"`,
        at,
        fault: `${whose} ${key.name}`,
        related: writer && [{ span: writer.span, text: `"${writer.key}" is written here` }],
        help: helpFor(key.name, near, keys),
        fix:
          near === undefined
            ? undefined
            : { title: `Read ${near}`, safety: 'unsafe', edits: [{ span: at, replacement: near }] },
      };
    }
  },
});

/** An output of an action that is read in other capitals; what else an action may write is not known. */
function* otherCase(
  written: readonly WrittenOutput[],
  key: { readonly name: string; readonly start: number; readonly end: number },
  { site }: Reference,
): Iterable<Finding> {
  const actions = written.filter(({ byAction }) => byAction);
  const near = actions.find((each) => each.key.toLowerCase() === key.name.toLowerCase());
  if (near === undefined || actions.some((each) => each.key === key.name)) return;
  const at = spanIn(site, key);
  yield {
    message: `the action writes "${near.key}", not "${key.name}"`,
    at,
    related: [{ span: near.span, text: 'the action' }],
    ...didYouMean(at, near.key),
  };
}

function helpFor(name: string, near: string | undefined, keys: readonly string[]): string {
  if (near !== undefined) return helpWith(near, '');
  if (keys.length === 0) return `write it there: echo "${name}=value" >> $OUTPUTS`;
  return `what is written is ${keys.slice(0, 6).join(', ')}${keys.length > 6 ? ', …' : ''}`;
}
