import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The announced port is held by a process of somebody else. */
export const foreignListener = defineRule({
  meta: {
    id: 'foreign-listener',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The announced port is held by a process of somebody else.',
      why: 'The user gets the page of another service, or none.',
      fix: 'Let the system choose a free port, for example with pw agent open-port, instead of a fixed one.',
      examples: {
        bad: [
          '#!/bin/bash\nhostname > HOSTNAME\n«echo 8080 > SESSION_PORT»\ntouch job.started\nexec python3 -m http.server 8080\n',
        ],
        good: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$SESSION_PORT"\n',
        ],
      },
    }),
  },
  on: 'run',
  check: (subject) => failuresWith('foreign-listener', subject),
});
