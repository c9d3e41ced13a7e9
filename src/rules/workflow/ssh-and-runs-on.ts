import { structureFindings } from '../../analysis/structure/structure.ts';
import { defineRule } from '../rule.ts';

/** A job with both "ssh" and "runs-on". */
export const sshAndRunsOn = defineRule({
  meta: {
    id: 'ssh-and-runs-on',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'A job has both "ssh" and "runs-on".',
      why: 'They exclude each other: one runs on a login node, the other as a scheduler job.',
      fix: 'Keep one of them.',
      examples: {
        bad: [
          'jobs:\n  main:\n    ssh:\n      remoteHost: cluster.example.org\n    «runs-on»: ${{ inputs.target }}\n    steps:\n      - run: hostname\non:\n  execute:\n    inputs:\n      target:\n        type: compute-target\n',
        ],
        good: [
          'jobs:\n  main:\n    runs-on: ${{ inputs.target }}\n    steps:\n      - run: hostname\non:\n  execute:\n    inputs:\n      target:\n        type: compute-target\n',
        ],
      },
    }),
  },
  on: 'workflow',
  check: ({ workflow }, context) => structureFindings(workflow, 'ssh-and-runs-on', context),
});
