import { sessionPattern, stepsOf } from '../../analysis/contract/session-pattern.ts';
import { waitsForService } from '../../analysis/contract/waiting-steps.ts';
import { jobsBefore } from '../../analysis/workflow/job-order.ts';
import type { Workflow } from '../../model/workflow.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** The service is started only when the wait for it has ended. */
export const serviceStartedAfterWait = defineRule({
  meta: {
    id: 'service-started-after-wait',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The job that starts the service needs the job that waits for it.',
      why: 'The wait cannot succeed, because the service is started only after it: the run hangs or fails.',
      fix: 'Let the job with `job_runner` need the checkout alone: it runs beside the waiting job.',
      examples: {
        bad: [
          sessionExample({
            session_runner: { 'needs: [preprocessing]': 'needs: [preprocessing, «wait_for_service»]' },
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    if (pattern === undefined || pattern.runners.length !== 1) return;
    const { workflow } = pattern;
    const [runner] = pattern.runners;
    const waiting = new Map(
      stepsOf(workflow)
        .filter(({ step }) => waitsForService(step, context))
        .map(({ job, step }) => [job.id.value, step] as const),
    );
    for (const need of runner?.job.needs ?? []) {
      const job = workflow.jobs.find((each) => each.id.value === need.value);
      const before = job === undefined ? [] : [job.id.value, ...jobsBefore(job, workflow)];
      const id = before.find((each) => waiting.has(each));
      if (id === undefined || runner === undefined || isCircular(before, workflow)) continue;
      const wait = waiting.get(id)?.run;
      yield {
        message: `"${runner.job.id.value}" starts the service only when "${need.value}" has ended, which waits for the service`,
        at: need.span,
        ...(wait !== undefined && {
          related: [
            { span: wait.text.spanOf(0, wait.text.text.trimEnd().length), text: 'waits for the service' },
          ],
        }),
        help: `leave "${need.value}" out of "needs": both jobs run side by side`,
      };
      return;
    }
  },
});

/** Whether jobs wait for each other, which is another fault. */
function isCircular(ids: readonly string[], workflow: Workflow): boolean {
  return workflow.jobs.some(
    (job) =>
      ids.includes(job.id.value) &&
      job.needs.some((need) => {
        const needed = workflow.jobs.find((each) => each.id.value === need.value);
        return needed !== undefined && jobsBefore(needed, workflow).has(job.id.value);
      }),
  );
}
