import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { isScriptRunner } from '../../analysis/workflow/script-runners.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A runner that is told to start a script and not which one. */
export const runnerWithoutScript = defineRule({
  meta: {
    id: 'runner-without-script',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'job_runner or script_submitter gets "use_existing_script: true" and no "script_path".',
      why: 'The runner ends with an error before it starts anything.',
      fix: 'Add "script_path", or pass the script itself as "script".',
      examples: {
        bad: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                «use_existing_script»: true
          `,
        ],
        good: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              with:
                resource: \${{ inputs.resource }}
                use_existing_script: true
                script_path: \${PW_PARENT_JOB_DIR}/start.sh
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    if (!isScriptRunner(step)) return;
    const flag = pairOf(step.with, 'use_existing_script');
    if (flag?.value?.kind !== 'scalar' || flag.value.value !== true || !lacksKey(step.with, 'script_path'))
      return;
    yield {
      message: 'the runner is to start an existing script and is not told which one',
      at: flag.key.span,
      help: 'add "script_path"',
    };
  },
});
