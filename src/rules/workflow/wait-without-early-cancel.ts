import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { waitsForService } from '../../analysis/contract/waiting-steps.ts';
import { lacksKey } from '../../analysis/structure/lacks-key.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** A wait that goes on when the service has failed. */
export const waitWithoutEarlyCancel = defineRule({
  meta: {
    id: 'wait-without-early-cancel',
    group: 'workflow',
    severity: 'note',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A step waits for the service and has no "early-cancel".',
      why: 'When the job of the service fails, the wait goes on until its own limit, or for ever.',
      fix: 'Add "early-cancel: any-job-failed" to the step.',
      examples: {
        bad: [
          sessionExample({
            wait_for_service: {
              '- run: source utils/wait_service.sh': '- «run»: source utils/wait_service.sh',
              'early-cancel: any-job-failed': '',
            },
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'step',
  *check({ step, job, workflow, file }, context) {
    const run = pairOf(step.node, 'run');
    if (run === undefined || !lacksKey(step.node, 'early-cancel')) return;
    if (pairOf(step.node, 'timeout') !== undefined) return;
    // only the failure of another job ends a step
    if (workflow.jobs.every((other) => other === job)) return;
    if (context.ask(sessionPattern, file) === undefined || !waitsForService(step, context)) return;
    yield {
      message: 'this step waits for the service, also when its job has failed',
      at: run.key.span,
      help: 'add "early-cancel: any-job-failed" to the step',
    };
  },
});
