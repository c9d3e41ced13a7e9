import { mayMisspell, sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { forwardsPorts } from '../../analysis/workflow/side-channels.ts';
import { dedent } from '../../base/dedent.ts';
import type { Label } from '../../diagnostics/finding.ts';
import type { Step } from '../../model/workflow.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** The service may run on a compute node, but the session goes to the login node. */
export const missingSessionHost = defineRule({
  meta: {
    id: 'missing-session-host',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The service can be submitted to a scheduler, but the session is not told on which node it runs.',
      why: 'Without `remoteHost` the session goes to the login node, where nothing listens when the service runs on a compute node.',
      fix: 'Pass `remoteHost` to `parallelworks/update-session`, from the output of the job that waits for the service.',
      examples: {
        bad: [
          sessionExample({
            session_runner: {
              'inject_markers: false': dedent`
                scheduler: true
                inject_markers: false
              `,
              'use_existing_script: true': dedent`
                slurm:
                  is_disabled: \${{ inputs.resource.schedulerType != 'slurm' }}
                  time: 04:00:00
                pbs:
                  is_disabled: \${{ inputs.resource.schedulerType != 'pbs' }}
                use_existing_script: true
              `,
            },
            update_session: {
              '- uses: parallelworks/update-session': '- uses: «parallelworks/update-session»',
              'remoteHost: ${{ needs.wait_for_service.outputs.HOSTNAME }}': '',
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
    if (pattern === undefined) return;
    const scheduled = pattern.runners.find(({ step }) => {
      const scheduler = textOf(valueAt(step.with, 'scheduler'));
      return scheduler !== undefined && scheduler !== 'false';
    });
    if (scheduled === undefined || forwardsPorts(file, context)) return;
    for (const { step } of pattern.updates) {
      const host = valueAt(step.with, 'remoteHost');
      const local = ['localhost', '127.0.0.1'].includes(textOf(host) ?? '');
      if (step.uses === undefined || valueAt(step.with, 'remotePort') === undefined) continue;
      if ((host !== undefined && !local) || mayMisspell(step, 'remoteHost')) continue;
      yield {
        message: local
          ? `"remoteHost: ${textOf(host)}" is the login node, but the service may run on a compute node`
          : 'no "remoteHost": the session goes to the login node, but the service may run on a compute node',
        at: (local ? host : undefined)?.span ?? step.uses.span,
        help: 'pass the host that start.sh wrote, for instance ${{ needs.wait_for_service.outputs.HOSTNAME }}',
        related: schedulerLabel(scheduled.step),
      };
    }
  },
});

function schedulerLabel(step: Step): readonly Label[] {
  const scheduler = valueAt(step.with, 'scheduler');
  return scheduler === undefined ? [] : [{ span: scheduler.span, text: 'the scheduler can be used here' }];
}
