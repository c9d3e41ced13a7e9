import { structureFindings } from '../../analysis/structure/structure.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A job with both "ssh" and "runs-on". */
export const sshAndRunsOn = defineRule({
  meta: {
    id: 'ssh-and-runs-on',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A job has both "ssh" and "runs-on".',
      why: 'They exclude each other: one runs on a login node, the other as a scheduler job.',
      fix: 'Keep one of them.',
      examples: {
        bad: [
          workflowExample`
            jobs:
              main:
                ssh:
                  remoteHost: cluster.example.org
                «runs-on»: \${{ inputs.target }}
                steps:
                  - run: hostname
            inputs:
              target:
                type: compute-target
          `,
        ],
        good: [
          workflowExample`
            jobs:
              main:
                runs-on: \${{ inputs.target }}
                steps:
                  - run: hostname
            inputs:
              target:
                type: compute-target
          `,
        ],
      },
    },
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'ssh-and-runs-on', context),
});
