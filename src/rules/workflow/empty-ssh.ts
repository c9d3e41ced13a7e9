import { pairOf } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** An "ssh" with nothing after it. */
export const emptySsh = defineRule({
  meta: {
    id: 'empty-ssh',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: () => ({
      what: 'Nothing is written after "ssh".',
      why: 'The step or job then runs on the user workspace, not on the resource.',
      fix: 'Write the host, or "ssh: null" when the user workspace is meant.',
      examples: {
        bad: [
          'jobs:\n  main:\n    «ssh»:\n    steps:\n      - run: hostname\n',
          'jobs:\n  main:\n    steps:\n      - run: hostname\n        «ssh»:\n',
        ],
        good: [
          'jobs:\n  main:\n    steps:\n      - run: hostname\n        ssh: null\n',
          'jobs:\n  main:\n    ssh:\n      remoteHost: ${{ inputs.resource.ip }}\n    steps:\n      - run: hostname\non:\n  execute:\n    inputs:\n      resource:\n        type: compute-clusters\n',
        ],
      },
    }),
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
