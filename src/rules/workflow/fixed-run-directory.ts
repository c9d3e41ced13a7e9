import { literalScalar } from '../../analysis/form/input-attributes.ts';
import { isScriptRunner } from '../../analysis/workflow/script-runners.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A run directory that all runs share. */
export const fixedRunDirectory = defineRule({
  meta: {
    id: 'fixed-run-directory',
    group: 'workflow',
    severity: 'note',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: '"rundir" of a runner is the same for every run.',
      why: 'The marker files and run.sh have fixed names: two runs at the same time overwrite each other, and a run finds what the last one left.',
      fix: 'Use ${PW_PARENT_JOB_DIR}, or a folder whose name holds ${PW_JOB_ID}.',
      examples: {
        bad: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                rundir: «\${HOME}/hello»
          `,
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                rundir: «/scratch/hello»
          `,
        ],
        good: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                rundir: \${PW_PARENT_JOB_DIR}
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    if (!isScriptRunner(step)) return;
    const scalar = literalScalar(valueAt(step.with, 'rundir'));
    const text = scalar?.text.text ?? '';
    if (scalar === undefined || !/^(\/|~|\$HOME\b|\$\{HOME\})/.test(text)) return;
    // a variable of the shell other than the user and the home may differ from run to run
    if (/\$(?!\{?(HOME|USER|PW_USER)\b)/.test(text)) return;
    yield {
      message: `every run uses "${text}", so two runs at the same time overwrite each other`,
      at: scalar.span,
      help: 'use ${PW_PARENT_JOB_DIR}, or add ${PW_JOB_ID} to the path',
    };
  },
});
