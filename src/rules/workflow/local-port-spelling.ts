import { jobOutputs } from '../../analysis/workflow/job-outputs.ts';
import { pairOf, textOf } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An old spelling of "localPort". */
export const localPortSpelling = defineRule({
  meta: {
    id: 'local-port-spelling',
    group: 'workflow',
    severity: 'note',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'update-session is given "local_port"; the published key is "localPort".',
      why: 'Guides write local_port, the published schema does not have it: the port may not be taken.',
      fix: 'Write localPort.',
      examples: {
        bad: [
          workflowExample`
            sessions:
              session:
                redirect: true
            steps:
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  target: user-workspace
                  remotePort: 8080
                  «local_port»: 8081
          `,
        ],
        good: [
          workflowExample`
            sessions:
              session:
                redirect: true
            steps:
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  target: user-workspace
                  remotePort: 8080
                  localPort: 8081
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step, workflow }, context) {
    if (step.uses?.value !== 'parallelworks/update-session') return;
    const pair = pairOf(step.with, 'local_port');
    if (pair === undefined) return;
    // where a step has chosen a port for it, somebody is told of a port that nobody gets
    const key = /\bneeds\.[\w-]+\.outputs\.([\w-]+)/.exec(textOf(pair.value) ?? '')?.[1];
    const chosen =
      key !== undefined &&
      workflow.jobs.some((job) => context.ask(jobOutputs, job).written.some((output) => output.key === key));
    yield {
      severity: chosen ? 'warning' : undefined,
      message: '"local_port" is written "localPort" in the published schema',
      at: pair.key.span,
      fix: {
        title: 'rename it to localPort',
        safety: 'unsafe',
        edits: [{ span: pair.key.span, replacement: 'localPort' }],
      },
    };
  },
});
