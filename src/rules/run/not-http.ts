import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The service accepts connections but gives no HTTP answer. */
export const notHttp = defineRule({
  meta: {
    id: 'not-http',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The service accepts connections but gives no HTTP answer.',
      why: 'A session is opened in a browser, which shows an error.',
      fix: 'Put the part that speaks HTTP on the announced port.',
      examples: {
        bad: [
          startExample({
            service: dedent`
              «exec python3 -c 'import socket,sys,time»
              s=socket.socket();s.bind(("",int(sys.argv[1])));s.listen()
              while True: s.accept()[0].send(b"RFB 003.008\n")' "$port"
            `,
          }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) =>
    failuresWith(
      'not-http',
      subject,
      'a session shows what speaks HTTP: put a web front end such as noVNC before the service',
    ),
});
