import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { failuresWith } from '../run-failures.ts';

/** The service speaks TLS and the session does not, or the other way round. */
export const tlsMismatch = defineRule({
  meta: {
    id: 'tls-mismatch',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The service speaks TLS and the session does not, or the other way round.',
      why: 'The platform cannot talk to the service, so the session shows an error.',
      fix: 'Set useTLS on the session to what the service speaks.',
      examples: {
        bad: [
          startExample({
            service: dedent`
              openssl req -x509 -newkey ed25519 -nodes -keyout key.pem -out cert.pem -days 1 -subj /CN=localhost 2> /dev/null
              «exec openssl s_server -accept "$port" -cert cert.pem -key key.pem -www»
            `,
          }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'run',
  check: (subject) => failuresWith('tls-mismatch', subject),
});
