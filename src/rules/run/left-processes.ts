import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** Processes of the service outlived its job. */
export const leftProcesses = defineRule({
  meta: {
    id: 'left-processes',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'Processes of the service outlived its job.',
      why: 'On a login node they go on using memory and ports; nobody ends them.',
      fix: 'End them in a trap on EXIT in start.sh, or in cancel.sh.',
      examples: {
        bad: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\n«setsid sleep 300 &»\nexec python3 -m http.server "$SESSION_PORT"\n',
        ],
        good: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$SESSION_PORT"\n',
        ],
      },
    }),
  },
  on: 'run',
  check: (subject) => failuresWith('left-processes', subject),
});
