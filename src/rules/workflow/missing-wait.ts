import { sessionPattern, stepsOf } from '../../analysis/contract/session-pattern.ts';
import { mayWait, waitsForService } from '../../analysis/contract/waiting-steps.ts';
import { readsNeed } from '../../analysis/expressions/expressions-within.ts';
import { hasUnknownNeeds, jobsBefore } from '../../analysis/workflow/job-order.ts';
import { dedent } from '../../base/dedent.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** The session is updated at once, before there is a service. */
export const missingWait = defineRule({
  meta: {
    id: 'missing-wait',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The session is updated without waiting until the service answers.',
      why: 'The session is announced before anything listens: the user meets an error page, and a port or host that the script writes later is read as empty.',
      fix: 'Let the updating job need a job that waits for `job.started` and for an answer of the service, as `utils/wait_service.sh` does.',
      examples: {
        bad: [
          sessionExample({
            without: ['wait_for_service'],
            update_session: {
              'needs: [wait_for_service]': 'needs: [preprocessing]',
              '- uses: parallelworks/update-session': '- uses: «parallelworks/update-session»',
              'remoteHost: ${{ needs.wait_for_service.outputs.HOSTNAME }}': 'remoteHost: localhost',
              'remotePort: ${{ needs.wait_for_service.outputs.SESSION_PORT }}':
                'remotePort: ${{ inputs.port }}',
            },
            inputs: dedent`
              port:
                type: number
                default: 8080
            `,
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    if (pattern === undefined || pattern.runners.length === 0) return;
    const { workflow } = pattern;
    const steps = stepsOf(workflow);
    const waiting = steps.find(({ step }) => waitsForService(step, context));
    for (const { step, job } of pattern.updates) {
      if (step.uses === undefined || hasUnknownNeeds(job, workflow)) continue;
      const before = jobsBefore(job, workflow);
      const earlier = steps.filter(
        (each) => before.has(each.job.id.value) || (each.job === job && each.step.index < step.index),
      );
      // The step that seems to wait is asked first: the others have to be read for it.
      const likely = earlier.filter((each) => each === waiting);
      if ([...likely, ...earlier].some((each) => mayWait(each.step, file, context))) continue;
      // Reading the output of a job that is not needed, or not there, is another fault, told by another rule.
      if (
        waiting !== undefined &&
        waiting.job !== job &&
        readsNeed(workflow, job.id.value, waiting.job.id.value)
      )
        continue;
      yield {
        message:
          waiting === undefined || waiting.job === job
            ? 'the session is updated without waiting for the service'
            : `the session is updated without waiting for "${waiting.job.id.value}"`,
        at: step.uses.span,
        ...(waiting !== undefined && {
          related: [
            { span: waiting.job.id.span, text: 'waits for the service, but nothing waits for this job' },
          ],
        }),
        help:
          waiting === undefined || waiting.job === job
            ? 'add a job that waits until the service answers, and let this one need it'
            : `add "${waiting.job.id.value}" to the "needs" of "${job.id.value}"`,
      };
    }
  },
});
