import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The script of the service ended with an error before the service was ready. */
export const startFailed = defineRule({
  meta: {
    id: 'start-failed',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The script of the service ended with an error before the service was ready.',
      why: 'job_runner reports a failed job and the session never opens.',
      fix: 'Repair the line that is marked; the log of the run shows what it printed.',
      examples: {
        bad: [
          '#!/bin/bash\nset -e\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\n«cd /no/such/directory»\nexec python3 -m http.server "$SESSION_PORT"\n',
        ],
        good: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$SESSION_PORT"\n',
        ],
      },
    }),
  },
  on: 'run',
  check: (subject) => failuresWith('start-failed', subject),
});
