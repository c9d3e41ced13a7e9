import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The workflow needs something that the local engine cannot do. */
export const unsupported = defineRule({
  meta: {
    id: 'unsupported',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The workflow needs something that the local engine cannot do.',
      why: 'It could not be run here, so nothing is known about how it behaves on the platform.',
      fix: 'Test it on the platform, or leave the part out in a scenario.',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                main:
                  «runs-on»:
                    environment:
                      cluster: someone/cluster
                      name: batch
                  steps:
                    - run: hostname
            `,
          },
        ],
        good: [
          {
            'workflows/hello/workflow.yaml': dedent`
              jobs:
                main:
                  steps:
                    - run: hostname
            `,
          },
        ],
      },
    },
  },
  on: 'run',
  *check(subject) {
    const help = 'leave this workflow out of runs, or put what it does into a script';
    for (const finding of failuresWith('unsupported', subject, help)) {
      // Our limit is not the author's fault, unless the run was demanded.
      yield subject.record.outcome === 'skipped' ? { ...finding, severity: 'note' } : finding;
    }
  },
});
