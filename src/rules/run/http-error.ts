import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The service answers with a server error. */
export const httpError = defineRule({
  meta: {
    id: 'http-error',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The service answers with a server error.',
      why: 'The user sees an error page; a proxy that is up before what stands behind it answers 502.',
      fix: 'Let start.sh write its markers only when the service is up, or repair what the service complains about.',
      examples: {
        bad: [
          startExample({
            service: dedent`
              «exec python3 -c 'import http.server,sys»
              class H(http.server.BaseHTTPRequestHandler):
                def do_GET(self): self.send_error(502)
              http.server.HTTPServer(("",int(sys.argv[1])),H).serve_forever()' "$port"
            `,
          }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('http-error', subject),
});
