import { attributeOf } from '../../analysis/form/input-attributes.ts';
import { withDefaults } from '../../analysis/workflow/job-files.ts';
import { refusedOptions } from '../../analysis/workflow/sbatch-options.ts';
import { isScriptRunner } from '../../analysis/workflow/script-runners.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { schedulers } from '../../facts/tables/schedulers.ts';
import type { Workflow } from '../../model/workflow.ts';
import type { MappedText } from '../../source/mapped-text.ts';
import { valueAt, type YamlScalar } from '../../syntax/yaml/tree.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Lines for a scheduler that it does not read as they are passed to a runner. */
export const malformedSchedulerDirective = defineRule({
  meta: {
    id: 'malformed-scheduler-directive',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A line of `scheduler_directives` does not begin with `#SBATCH` or `#PBS`, begins with that of the other scheduler, or has an option that `sbatch` does not have.',
      why: 'The runner copies the lines into the job script as they are. An option alone is taken for a command there, a line for the other scheduler for a comment, and a misspelt option has the job refused.',
      fix: 'Write the whole line, as `#SBATCH --mem=4G` or `#PBS -l select=1`.',
      examples: {
        bad: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                slurm:
                  scheduler_directives: |
                    «--mem=4G»
                    #SBATCH --exclusive
          `,
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                slurm:
                  scheduler_directives: '#SBATCH «--gpu-per-node»=1'
          `,
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                pbs:
                  scheduler_directives: '«#SBATCH --exclusive»'
          `,
          workflowExample`
            steps:
              - uses: marketplace/job_runner/v4.0
                with:
                  resource: \${{ inputs.resource }}
                  slurm:
                    scheduler_directives: \${{ inputs.directives }}
            inputs:
              resource:
                type: compute-clusters
              directives:
                type: editor
                default: |
                  «#PBS -l select=1»
          `,
        ],
        good: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                slurm:
                  scheduler_directives: |
                    # one node for this session alone
                    #SBATCH --exclusive
                    #SBATCH --gres=gpu:\${{ inputs.gpus }}
                    \${{ inputs.more }}
                    module load site
                pbs:
                  scheduler_directives: |
                    #PBS -l place=excl
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step, workflow }) {
    if (!isScriptRunner(step)) return;
    for (const scheduler of schedulers) {
      const scalar = valueAt(valueAt(step.with, scheduler.name), 'scheduler_directives');
      if (scalar?.kind !== 'scalar') continue;
      const text = directivesIn(workflow, scalar);
      if (text === undefined) continue;
      yield* misreadLines(text, scheduler);
      if (scheduler.name === 'slurm') yield* refusedOptions(text);
    }
  },
});

/** The lines as they are written in the step, or in the default of the field that it passes on. */
function directivesIn(workflow: Workflow, scalar: YamlScalar): MappedText | undefined {
  if (!/^\s*\$\{\{[^}]*\}\}\s*$/.test(scalar.text.text)) return scalar.text;
  const [input] = withDefaults(workflow, scalar)?.inputs ?? [];
  const origin = input && attributeOf(input, 'default');
  return origin?.kind === 'scalar' ? origin.text : undefined;
}

function* misreadLines(
  text: MappedText,
  { name, directive }: (typeof schedulers)[number],
): Generator<Finding> {
  const other = schedulers.find((one) => one.name !== name);
  for (const { 0: line, index } of text.text.matchAll(/\S.*/g)) {
    const at = text.spanOf(index, index + line.trimEnd().length);
    if (line.startsWith('-')) {
      yield {
        message: `"${line.trimEnd()}" is a command in the job script, not a line for ${name.toUpperCase()}`,
        at,
        help: `write ${directive} in front of it`,
        fix: {
          title: `Write ${directive} in front of it`,
          safety: 'unsafe',
          edits: [{ span: text.spanOf(index, index), replacement: `${directive} ` }],
        },
      };
    } else if (other !== undefined && line.startsWith(other.directive)) {
      yield {
        message: `"${other.directive}" is a comment for ${name.toUpperCase()}, so this line does nothing`,
        at,
        help: `write it as a ${directive} line, or move it to "${other.name}"`,
      };
    }
  }
}
