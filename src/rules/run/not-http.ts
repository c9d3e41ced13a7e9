import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The service accepts connections but gives no HTTP answer. */
export const notHttp = defineRule({
  meta: {
    id: 'not-http',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The service accepts connections but gives no HTTP answer.',
      why: 'A session is opened in a browser, which shows an error.',
      fix: 'Put the part that speaks HTTP on the announced port.',
      examples: {
        bad: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\n«exec python3 -c \'import socket,sys,time»\ns=socket.socket();s.bind(("",int(sys.argv[1])));s.listen()\nwhile True: s.accept()[0].send(b"RFB 003.008\\n")\' "$SESSION_PORT"\n',
        ],
        good: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$SESSION_PORT"\n',
        ],
      },
    }),
  },
  on: 'run',
  check: (subject) => failuresWith('not-http', subject),
});
