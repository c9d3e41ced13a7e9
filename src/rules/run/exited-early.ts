import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The script of the service ended, without an error, before the service was ready. */
export const exitedEarly = defineRule({
  meta: {
    id: 'exited-early',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The script of the service ended without an error, and with it the job: before the service was ready, or while it was to serve.',
      why: 'The job is over as soon as its script is; a scheduler then kills what it left in the background.',
      fix: 'Run the service in the foreground with exec, or wait for it at the end of the script.',
      examples: {
        bad: [startExample({ service: '«true»' })],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('exited-early', subject),
});
