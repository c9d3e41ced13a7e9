import { type StepInJob, sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { jobsBefore } from '../../analysis/workflow/job-order.ts';
import type { Script } from '../../model/script.ts';
import type { Job } from '../../model/workflow.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** The job that updates the session starts only when the service has ended. */
export const sessionUpdatedAfterService = defineRule({
  meta: {
    id: 'session-updated-after-service',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The session is updated by a job that needs the job of `job_runner`.',
      why: '`job_runner` ends when the script ends. The session is therefore connected only after the service is gone.',
      fix: 'Let the waiting job and the updating job need the checkout, not the runner: they run beside it.',
      examples: {
        bad: [
          sessionExample({
            wait_for_service: { 'needs: [preprocessing]': 'needs: [preprocessing, «session_runner»]' },
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    if (pattern === undefined || leavesServiceBehind(pattern.startScript)) return;
    const { runners, updates, workflow } = pattern;
    const told = new Set<number>();
    for (const update of updates) {
      const before = jobsBefore(update.job, workflow);
      const chain = [update.job, ...workflow.jobs.filter((job) => before.has(job.id.value))];
      for (const { job, runner } of needsOfRunner(chain, runners)) {
        const need = job.needs.find((each) => each.value === runner.job.id.value && !each.any);
        if (need === undefined || told.has(need.span.start)) continue;
        told.add(need.span.start);
        yield {
          message:
            job === update.job
              ? `"${job.id.value}" updates the session only after "${need.value}", that is when the service has ended`
              : `"${job.id.value}" waits for "${need.value}" to end, so the session is updated when the service has ended`,
          at: need.span,
          related: [
            { span: runner.step.uses?.span ?? runner.job.id.span, text: 'ends when the script ends' },
            ...(job === update.job
              ? []
              : [{ span: update.job.id.span, text: 'updates the session after it' }]),
          ],
          help: `leave "${need.value}" out of "needs": both jobs run side by side`,
        };
      }
    }
  },
});

function needsOfRunner(
  chain: readonly Job[],
  runners: readonly StepInJob[],
): readonly { readonly job: Job; readonly runner: StepInJob }[] {
  return chain.flatMap((job) =>
    runners
      .filter((runner) => runner.job !== job && job.needs.some((need) => need.value === runner.job.id.value))
      .map((runner) => ({ job, runner })),
  );
}

/** Whether the script may end while its service goes on in the background. */
function leavesServiceBehind(script: Script | undefined): boolean {
  const text = script?.shell.text.replace(/^[ \t]*#.*$/gm, '') ?? '';
  return /[^&]&[ \t]*$/m.test(text) && !/\b(wait|while|until|exec|tail|sleep)\b/.test(text);
}
