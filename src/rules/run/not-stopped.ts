import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The script of the service did not stop when it was cancelled. */
export const notStopped = defineRule({
  meta: {
    id: 'not-stopped',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The script of the service did not stop when it was cancelled.',
      why: 'The platform kills it in the end; clean-up that it had to do is lost.',
      fix: 'Do not ignore SIGTERM; end the service and leave when it comes.',
      examples: {
        bad: [
          '#!/bin/bash\n«trap \'\' TERM»\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\npython3 -m http.server "$SESSION_PORT" &\nwhile true; do sleep 1; done\n',
        ],
        good: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$SESSION_PORT"\n',
        ],
      },
    }),
  },
  on: 'run',
  check: (subject) => failuresWith('not-stopped', subject),
});
