import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The service answers with a server error. */
export const httpError = defineRule({
  meta: {
    id: 'http-error',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The service answers with a server error.',
      why: 'The user sees an error page; a proxy that is up before what stands behind it answers 502.',
      fix: 'Let start.sh write its markers only when the service is up, or repair what the service complains about.',
      examples: {
        bad: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\n«exec python3 -c \'import http.server,sys»\nclass H(http.server.BaseHTTPRequestHandler):\n  def do_GET(self): self.send_error(502)\nhttp.server.HTTPServer(("",int(sys.argv[1])),H).serve_forever()\' "$SESSION_PORT"\n',
        ],
        good: [
          '#!/bin/bash\nSESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$SESSION_PORT"\n',
        ],
      },
    }),
  },
  on: 'run',
  check: (subject) => failuresWith('http-error', subject),
});
