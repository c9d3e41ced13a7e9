import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The workflow needs something that the local engine cannot do. */
export const unsupported = defineRule({
  meta: {
    id: 'unsupported',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The workflow needs something that the local engine cannot do.',
      why: 'It could not be run here, so nothing is known about how it behaves on the platform.',
      fix: 'Test it on the platform, or leave the part out in a scenario.',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml':
              'jobs:\n  main:\n    «runs-on»:\n      environment:\n        cluster: someone/cluster\n        name: batch\n    steps:\n      - run: hostname\n',
          },
        ],
        good: [{ 'workflows/hello/workflow.yaml': 'jobs:\n  main:\n    steps:\n      - run: hostname\n' }],
      },
    }),
  },
  on: 'run',
  check: (subject) => failuresWith('unsupported', subject),
});
