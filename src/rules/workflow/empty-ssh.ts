import { dedent } from '../../base/dedent.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An "ssh" with nothing after it. */
export const emptySsh = defineRule({
  meta: {
    id: 'empty-ssh',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'Nothing is written after "ssh".',
      why: 'The step or job then runs on the user workspace, not on the resource.',
      fix: 'Write the host, or "ssh: null" when the user workspace is meant.',
      examples: {
        bad: [
          dedent`
            jobs:
              main:
                «ssh»:
                steps:
                  - run: hostname
          `,
          stepsExample`
            - run: hostname
              «ssh»:
          `,
        ],
        good: [
          stepsExample`
            - run: hostname
              ssh: null
          `,
          workflowExample`
            jobs:
              main:
                ssh:
                  remoteHost: \${{ inputs.resource.ip }}
                steps:
                  - run: hostname
            inputs:
              resource:
                type: compute-clusters
          `,
        ],
      },
    },
  },
  on: 'job',
  *check({ job }) {
    for (const node of [job.node, ...job.steps.map((step) => step.node)]) {
      const ssh = pairOf(node, 'ssh');
      if (ssh === undefined || ssh.value !== undefined) continue;
      yield {
        message: '"ssh" is empty, so this runs on the user workspace',
        at: ssh.key.span,
        help: 'write "remoteHost" under it, or "ssh: null" when the user workspace is meant',
      };
    }
  },
});
