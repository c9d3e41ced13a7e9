import type { AnalysisContext } from '../../analysis/analysis.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { usesReference } from '../../analysis/workflow/uses-reference.ts';
import type { Step } from '../../model/workflow.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Retries that are each ended after 30 seconds. */
export const retryWithoutTimeout = defineRule({
  meta: {
    id: 'retry-without-timeout',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A step that calls a workflow, or that waits, has "retry" without "timeout".',
      why: 'Each attempt is ended after 30 seconds with status 143, however well it goes.',
      fix: 'Write a "timeout" under "retry" that is longer than one attempt takes.',
      examples: {
        bad: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              «retry»:
                max-retries: 3
              with:
                resource: \${{ inputs.resource }}
          `,
          stepsExample`
            - run: sleep 120
              «retry»:
                max-retries: 3
          `,
        ],
        good: [
          stepsExample`
            - uses: marketplace/job_runner/v4.0
              retry:
                max-retries: 3
                timeout: 2h
              with:
                resource: \${{ inputs.resource }}
          `,
          stepsExample`
            - run: pw agent open-port
              retry:
                max-retries: 3
          `,
          stepsExample`
            - uses: parallelworks/checkout
              retry:
                max-retries: 3
              with:
                repo: https://github.com/org/repo.git
                branch: v1.0.0
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }, context) {
    const retry = pairOf(step.node, 'retry');
    if (retry?.value?.kind !== 'map' || !lacksKey(retry.value, 'timeout') || !isLong(step, context)) return;
    yield {
      message: 'each attempt is ended after 30 seconds, the default of "timeout" under "retry"',
      at: retry.key.span,
      help: 'write a "timeout" under "retry" that is longer than one attempt takes',
    };
  },
});

/** Whether one attempt certainly takes longer than the default allows, or is a whole workflow. */
function isLong(step: Step, context: AnalysisContext): boolean {
  if (step.uses !== undefined)
    return !['action', 'computed', 'other'].includes(usesReference(step.uses.value).kind);
  if (step.run === undefined) return false;
  const { commands } = context.ask(shellCommands, step.run);
  return commands.some((command) => {
    if (command.program !== 'sleep') return false;
    const words = command.words.map((word) => word.text).join(' ');
    const time = /^(\d+)([smhd]?)$/.exec(words);
    if (time === null) return /^inf/.test(words);
    return command.inLoop || time[2] === 'h' || time[2] === 'd' || time[2] === 'm' || Number(time[1]) > 30;
  });
}
