import { literalScalar } from '../../analysis/form/input-attributes.ts';
import { isScriptRunner } from '../../analysis/workflow/script-runners.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { checkoutExample } from '../examples/checkout-example.ts';
import { defineRule } from '../rule.ts';

/** A script that the runner deletes before it starts it. */
export const scriptOverwrittenByRunner = defineRule({
  meta: {
    id: 'script-overwritten-by-runner',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: '"script_path" names a file that job_runner or script_submitter makes or removes itself.',
      why: 'The runner removes files of earlier runs first, run.sh among them: the script is gone when it is to be copied.',
      fix: 'Give the script another name.',
      examples: {
        bad: [
          checkoutExample({
            'script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/work.sh': 'script_path: «./run.sh»',
          }),
        ],
        good: [checkoutExample()],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    if (!isScriptRunner(step)) return;
    const scalar = literalScalar(valueAt(step.with, 'script_path'));
    if (scalar === undefined) return;
    const directory = textOf(valueAt(step.with, 'rundir'))?.replace(/\/+$/, '') ?? '${PWD}';
    const path = scalar.text.text;
    const name = path.startsWith(`${directory}/`)
      ? path.slice(directory.length + 1)
      : path.replace(/^\.\//, '');
    if (!['run.sh', 'run-template.sh'].includes(name)) return;
    yield {
      message: `the runner removes "${name}" from its directory before it starts the script`,
      at: scalar.span,
      help: 'give the script another name, as start.sh',
    };
  },
});
