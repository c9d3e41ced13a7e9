import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { hasUnknownNeeds, jobsBefore } from '../../analysis/workflow/job-order.ts';
import { repositoryUses } from '../../analysis/workflow/repository-uses.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

const waitingOrBringing = /\b(while|until|sleep|git|scp|rsync|cp|ln|mv|tar|unzip|curl|wget|cat)\b/;

/** A job uses checked-out files without needing the job that checks them out. */
export const checkoutNotAwaited = defineRule({
  meta: {
    id: 'checkout-not-awaited',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'A job uses a file of the repository without needing the job that checks it out.',
      why: 'Both jobs start together. The file is not there yet, and the step fails.',
      fix: 'Add the job with the checkout to the `needs` of this job.',
      examples: {
        bad: [
          sessionExample({
            wait_for_service: {
              'needs: [preprocessing]': '',
              '- run: source utils/wait_service.sh': '- run: source «utils/wait_service.sh»',
            },
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    const { checkouts = [], workflow } = pattern ?? {};
    const [checkout] = checkouts;
    if (workflow === undefined || checkout === undefined) return;
    const told = new Set<string>();
    for (const use of context.ask(repositoryUses, file)) {
      if (hasUnknownNeeds(use.job, workflow)) continue;
      const before = jobsBefore(use.job, workflow);
      const ready = checkouts.some(
        ({ job, step }) => before.has(job.id.value) || (job === use.job && step.index < use.step.index),
      );
      // A job that waits for its files itself, or brings them otherwise, is not in a hurry.
      const earlier = use.job.steps.filter(({ index }) => index < use.step.index);
      const text = [use.step, ...earlier].map(({ run }) => run?.shell.text ?? '').join('\n');
      if (ready || told.has(use.job.id.value) || waitingOrBringing.test(text)) continue;
      told.add(use.job.id.value);
      const sameJob = checkout.job === use.job;
      yield {
        message: sameJob
          ? `"${use.path}" is used before it is checked out`
          : `"${use.job.id.value}" uses "${use.path}" without needing "${checkout.job.id.value}", which checks it out`,
        at: use.span,
        related: [{ span: checkout.step.uses?.span ?? checkout.job.id.span, text: 'the checkout' }],
        help: sameJob
          ? 'move the checkout before this step'
          : `add "needs: [${checkout.job.id.value}]" to "${use.job.id.value}"`,
      };
    }
  },
});
