import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** A port was still open after the job had ended. */
export const leftPort = defineRule({
  meta: {
    id: 'left-port',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'A port was still open after the job had ended.',
      why: 'The next session that gets this port meets the old service.',
      fix: 'End the process that holds it in a trap on EXIT in start.sh, or in cancel.sh.',
      examples: {
        bad: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\n«setsid python3 -m http.server "$SESSION_PORT" &»\nwait\n',
        ],
        good: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$SESSION_PORT"\n',
        ],
      },
    }),
  },
  on: 'run',
  check: (subject) => failuresWith('left-port', subject),
});
