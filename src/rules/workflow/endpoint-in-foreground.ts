import { endpointHolders } from '../../analysis/endpoints/endpoint-holders.ts';
import { dedent } from '../../base/dedent.ts';
import { endpointExample } from '../examples/endpoint-example.ts';
import { defineRule } from '../rule.ts';

/** An endpoint that holds up a job which others need. */
export const endpointInForeground = defineRule({
  meta: {
    id: 'endpoint-in-foreground',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A step runs an endpoint in its foreground, and something waits for the step to end.',
      why: 'The step lasts as long as the service: what stands behind it, and the jobs that need its job, never run.',
      fix: 'Start it in the background and detached, with `setsid … &`, or leave its job out of "needs".',
      examples: {
        bad: [
          endpointExample({
            start: dedent`
              «pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server {port}»
            `,
          }),
          endpointExample({
            start: dedent`
              cat > serve.sh <<'SCRIPT'
              #!/bin/bash
              exec pw endpoints run --name "hello-$PW_RUN_SLUG" -- python3 -m http.server {port}
              SCRIPT
              «bash serve.sh»
            `,
          }),
        ],
        good: [endpointExample()],
      },
    },
  },
  on: 'workflow',
  *check({ workflow, file }, context) {
    for (const { script, at } of context.ask(endpointHolders, file)) {
      const job = workflow.jobs.find((one) => one.id.value === script.job);
      const behind = job?.steps.find((step) => step.index > (script.stepIndex ?? 0));
      const needing = workflow.jobs.find((one) => one.needs.some((need) => need.value === script.job));
      if (job === undefined || (behind === undefined && needing === undefined)) continue;
      const what =
        needing === undefined ? 'the steps behind it never run' : `job "${needing.id.value}" never starts`;
      yield {
        message: `this lasts as long as the endpoint: ${what}`,
        at,
        help: 'start it detached and in the background: setsid … > FILE 2>&1 &',
        related:
          needing === undefined ? undefined : [{ span: needing.id.span, text: `needs "${job.id.value}"` }],
      };
    }
  },
});
