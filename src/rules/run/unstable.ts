import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The service went away right after it was ready. */
export const unstable = defineRule({
  meta: {
    id: 'unstable',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The service went away right after it was ready.',
      why: 'The session opens and breaks at once.',
      fix: 'Look in the log why the service ended; keep the script alive as long as the service.',
      examples: {
        bad: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\n«python3 -m http.server "$SESSION_PORT" &»\nserver=$!\nuntil curl -s -o page "http://localhost:$SESSION_PORT/"; do sleep 0.1; done\nsleep 1\nkill "$server"\n',
        ],
        good: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$SESSION_PORT"\n',
        ],
      },
    }),
  },
  on: 'run',
  check: (subject) => failuresWith('unstable', subject),
});
