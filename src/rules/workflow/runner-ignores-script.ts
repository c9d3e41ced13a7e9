import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { isScriptRunner } from '../../analysis/workflow/script-runners.ts';
import { pairOf, textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A script that the runner never starts. */
export const runnerIgnoresScript = defineRule({
  meta: {
    id: 'runner-ignores-script',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'job_runner or script_submitter gets "script_path" without "use_existing_script: true".',
      why: 'The runner starts the text of its input "script", which by default prints one line; the file is not started.',
      fix: 'Add "use_existing_script: true".',
      examples: {
        bad: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                «script_path»: \${PW_PARENT_JOB_DIR}/start.sh
          `,
        ],
        good: [
          workflowExample`
            steps:
              - uses: marketplace/job_runner/v4.0
                with:
                  resource: \${{ inputs.resource }}
                  use_existing_script: \${{ inputs.existing }}
                  script_path: \${PW_PARENT_JOB_DIR}/start.sh
            inputs:
              resource:
                type: compute-clusters
              existing:
                type: boolean
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    if (!isScriptRunner(step)) return;
    const path = pairOf(step.with, 'script_path');
    const flag = valueAt(step.with, 'use_existing_script');
    const isOff = flag === undefined ? lacksKey(step.with, 'use_existing_script') : textOf(flag) === 'false';
    if (path === undefined || !isOff || textOf(path.value) === '') return;
    // with both, the author chose: the script that is passed is started
    if (pairOf(step.with, 'script') !== undefined) return;
    yield {
      message: 'the runner does not start this script, because "use_existing_script" is not true',
      at: path.key.span,
      help: 'add "use_existing_script: true"',
    };
  },
});
