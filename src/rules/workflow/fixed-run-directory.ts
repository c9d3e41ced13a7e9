import type { AnalysisContext } from '../../analysis/analysis.ts';
import { mentionsCoordination } from '../../analysis/contract/session.ts';
import { startScript } from '../../analysis/contract/start-script.ts';
import { literalScalar } from '../../analysis/form/input-attributes.ts';
import { isScriptRunner } from '../../analysis/workflow/script-runners.ts';
import type { Step, WorkflowFile } from '../../model/workflow.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
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
      why: 'The marker files and run.sh have fixed names: two runs at the same time overwrite each other, and a run finds what the last one left: a wait step takes the port of a session that has ended.',
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
  *check({ step, file }, context) {
    if (!isScriptRunner(step)) return;
    const scalar = literalScalar(valueAt(step.with, 'rundir'));
    const text = scalar?.text.text ?? '';
    if (scalar === undefined || !/^(\/|~|\$HOME\b|\$\{HOME\})/.test(text)) return;
    // a variable of the shell other than the user and the home may differ from run to run
    if (/\$(?!\{?(HOME|USER|PW_USER)\b)/.test(text)) return;
    if (staysUnread(step, file, context)) {
      yield {
        severity: 'warning',
        message: `every run uses "${text}", and nothing removes the marker files that the last one left there`,
        at: scalar.span,
        help: 'use ${PW_PARENT_JOB_DIR}, or let the script begin with `rm -f HOSTNAME SESSION_PORT job.started job.ended`',
      };
      return;
    }
    yield {
      message: `every run uses "${text}", so two runs at the same time overwrite each other`,
      at: scalar.span,
      help: 'use ${PW_PARENT_JOB_DIR}, or add ${PW_JOB_ID} to the path',
    };
  },
});

/** Whether steps read marker files in a run directory from which nothing takes those of the last run. */
function staysUnread(step: Step, file: WorkflowFile, context: AnalysisContext): boolean {
  const start = context.ask(startScript, file);
  if (start?.runner?.step !== step) return false;
  const folder = textOf(valueAt(step.with, 'rundir'))?.replace(/^.*\//, '') ?? '';
  const blocks = file.workflow?.scripts ?? [];
  const isRead = blocks.some(({ shell }) => folder.length > 2 && shell.text.includes(`/${folder}`));
  const removes =
    /\brm\s[^\n]*(job\.|HOSTNAME|SESSION_PORT|\*|\$\{?\w*(dir|DIR|path|PATH)\b)|\bgit clean\b|-delete\b/;
  const texts = [start.script.shell.text, ...blocks.map(({ shell }) => shell.text)];
  return isRead && mentionsCoordination(start.script.shell.text) && !texts.some((text) => removes.test(text));
}
