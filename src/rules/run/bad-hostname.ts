import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** HOSTNAME does not hold the name of a host that can be found. */
export const badHostname = defineRule({
  meta: {
    id: 'bad-hostname',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'HOSTNAME does not hold the name of a host that can be found.',
      why: 'The session is pointed at a host that does not exist.',
      fix: 'Write the name of the node: hostname > HOSTNAME.',
      examples: {
        bad: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\n«echo no-such-host.invalid > HOSTNAME»\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$SESSION_PORT"\n',
        ],
        good: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$SESSION_PORT"\n',
        ],
      },
    }),
  },
  on: 'run',
  check: (subject) => failuresWith('bad-hostname', subject),
});
