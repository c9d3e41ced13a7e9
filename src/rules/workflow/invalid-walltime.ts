import { attributeOf } from '../../analysis/form/input-attributes.ts';
import { withDefaults } from '../../analysis/workflow/job-files.ts';
import { isScriptRunner } from '../../analysis/workflow/script-runners.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A walltime that the scheduler cannot read. */
export const invalidWalltime = defineRule({
  meta: {
    id: 'invalid-walltime',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The walltime that a runner passes to SLURM or PBS is not a time.',
      why: 'The scheduler refuses the job when it is submitted.',
      fix: 'Write HH:MM:SS, as 04:00:00.',
      examples: {
        bad: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                slurm:
                  time: «4h»
          `,
          workflowExample`
            steps:
              - uses: marketplace/job_runner/v4.0
                with:
                  resource: \${{ inputs.resource }}
                  pbs:
                    walltime: \${{ inputs.time }}
            inputs:
              resource:
                type: compute-clusters
              time:
                type: string
                default: «04:00:0o»
          `,
        ],
        good: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                slurm:
                  time: 1-12
          `,
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                slurm:
                  time: ''
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step, workflow }) {
    if (!isScriptRunner(step)) return;
    for (const [scheduler, key, pattern] of walltimes) {
      const scalar = valueAt(valueAt(step.with, scheduler), key);
      if (scalar?.kind !== 'scalar') continue;
      const resolved = withDefaults(workflow, scalar);
      const text = resolved?.path.trim() ?? '';
      if (resolved === undefined || text === '' || text.includes('$') || pattern.test(text)) continue;
      const [input] = resolved.inputs;
      const origin = input && attributeOf(input, 'default');
      yield {
        message: `"${text}" is no walltime that ${scheduler === 'slurm' ? 'SLURM' : 'PBS'} can read`,
        at: origin?.span ?? scalar.span,
        ...(origin !== undefined && { related: [{ span: scalar.span, text: 'where it is passed on' }] }),
        help: 'write hours, minutes and seconds, as 04:00:00',
      };
    }
  },
});

/** Where runners take a walltime, and what each scheduler reads. */
const walltimes = [
  ['slurm', 'time', /^(\d+|\d+:\d{1,2}(:\d{1,2})?|\d+-\d{1,2}(:\d{1,2}){0,2}|unlimited|infinite)$/i],
  ['pbs', 'walltime', /^(\d+|\d+(:\d{1,2}){1,3}(\.\d+)?)$/],
] as const;
