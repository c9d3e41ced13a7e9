import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The service listens where the session cannot reach it. */
export const wrongAddress = defineRule({
  meta: {
    id: 'wrong-address',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The service listens where the session cannot reach it.',
      why: 'The session comes from another host; a service on the loopback address refuses it.',
      fix: 'Let the service listen on 0.0.0.0.',
      examples: {
        bad: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\n«exec python3 -m http.server --bind 127.0.0.1 "$SESSION_PORT"»\n',
        ],
        good: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$SESSION_PORT"\n',
        ],
      },
    }),
  },
  on: 'run',
  check: (subject) => failuresWith('wrong-address', subject),
});
