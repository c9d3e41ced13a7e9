import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';

/** A job is listed twice in `needs`. */
export const duplicateNeeds = defineRule({
  meta: {
    id: 'duplicate-needs',
    group: 'workflow',
    severity: 'note',
    since: '0.1.0',
    page: {
      what: 'A job lists another twice in `needs`.',
      why: 'It changes nothing; often another job was meant.',
      fix: 'Remove one of the entries, or write the job that was meant.',
      examples: {
        bad: [
          dedent`
            jobs:
              build:
                steps:
                  - run: make
              deploy:
                needs: [build, «build»]
                steps:
                  - run: make install
          `,
        ],
        good: [
          dedent`
            jobs:
              build:
                steps:
                  - run: make
              deploy:
                needs: [build]
                steps:
                  - run: make install
          `,
        ],
      },
    },
  },
  on: 'job',
  *check({ job }) {
    const seen = new Map<string, (typeof job.needs)[number]>();
    for (const need of job.needs) {
      const first = seen.get(need.value);
      if (first === undefined) {
        seen.set(need.value, need);
        continue;
      }
      yield {
        message: `"${need.value}" is listed twice in "needs" of job "${job.id.value}"`,
        at: need.span,
        related: [{ span: first.span, text: 'listed here first' }],
        help: 'remove one of them, or write the job that was meant',
      };
    }
  },
});
