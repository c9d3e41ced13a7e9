import { coordination } from '../../analysis/contract/coordination.ts';
import { textOf } from '../../analysis/shell/interpreter/state/value.ts';
import { dedent } from '../../base/dedent.ts';
import { sessionExample } from '../examples/session-example.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** The job of the runner, which hands the script to a scheduler where there is one. */
const scheduled = {
  'inject_markers: false': dedent`
    scheduler: \${{ inputs.resource.schedulerType != '' }}
    inject_markers: false
  `,
};

/** HOSTNAME says localhost where the reader may be on another node. */
export const loopbackHostnameFile = defineRule({
  meta: {
    id: 'loopback-hostname-file',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'HOSTNAME names this machine itself (localhost), though the script may run on a compute node.',
      why: 'Its reader runs on the login node: there localhost is another machine, and nothing answers.',
      fix: 'Write the name of the node: `hostname > HOSTNAME`.',
      examples: {
        bad: [
          sessionExample({
            session_runner: scheduled,
            start: { hostname: 'echo localhost «> HOSTNAME»' },
          }),
        ],
        good: [startExample(), startExample({ hostname: 'echo localhost > HOSTNAME' })],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    if (!contract.start?.runner?.mayBeScheduled) return;
    for (const event of contract.behaviour.events) {
      if (event.kind !== 'write' || event.file !== contract.files.hostname) continue;
      const text = textOf(event.content ?? [])?.trim();
      if (text !== 'localhost' && text !== '127.0.0.1') continue;
      yield {
        message: `"HOSTNAME" says "${text}", but the script may run on a compute node`,
        at: event.at,
        related: [
          { span: contract.start.runner.step.node.span, text: 'job_runner may hand it to the scheduler' },
        ],
        help: 'write the name of the node: `hostname > HOSTNAME`',
      };
      return;
    }
  },
});
