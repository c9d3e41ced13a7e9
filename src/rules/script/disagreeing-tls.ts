import { coordination } from '../../analysis/contract/coordination.ts';
import { announcedService } from '../../analysis/contract/services.ts';
import { shownValue } from '../../analysis/shell/interpreter/state/value.ts';
import { listeningsOf } from '../../analysis/shell/programs/server-configuration.ts';
import { dedent } from '../../base/dedent.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A session that speaks TLS to a service that does not, or the other way round. */
export const disagreeingTls = defineRule({
  meta: {
    id: 'disagreeing-tls',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The session and its service do not agree on TLS.',
      why: 'The platform speaks HTTPS to a service that does not, or plain HTTP to one that does: every page fails.',
      fix: 'Set `useTLS` as the service is started.',
      examples: {
        bad: [
          sessionExample({
            start: {
              service:
                '«apptainer exec lab.sif jupyter lab --ip=0.0.0.0 --ServerApp.certfile=c.pem --port "$port"»',
            },
          }),
          sessionExample({
            start: {
              hostname: dedent`
                cat > nginx.conf <<EOF
                events {}
                http { server { listen $port ssl; ssl_certificate c.pem; ssl_certificate_key k.pem; root $PWD; } }
                EOF
                hostname > HOSTNAME
              `,
              service: '«exec nginx -c "$PWD/nginx.conf" -g \'daemon off;\'»',
            },
          }),
          sessionExample({
            sessions: dedent`
              session:
                useTLS: true
            `,
            start: { service: '«exec python3 -m http.server "$port"»' },
          }),
          sessionExample({
            sessions: dedent`
              session:
                redirect: true
            `,
            start: { service: '«exec jupyter lab --ip=0.0.0.0 --certfile=cert.pem --port "$port"»' },
          }),
        ],
        good: [
          sessionExample({
            start: {
              hostname: dedent`
                cat > nginx.conf <<EOF
                events {}
                http { server { listen $port; root $PWD; } }
                EOF
                hostname > HOSTNAME
              `,
              service: 'exec nginx -c "$PWD/nginx.conf" -g \'daemon off;\'',
            },
          }),
          startExample(),
          sessionExample({
            sessions: dedent`
              session:
                useTLS: true
            `,
            start: { service: 'exec jupyter lab --ip=0.0.0.0 --certfile=cert.pem --port "$port"' },
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    const service = announcedService(contract);
    const sessions = file?.workflow?.sessions ?? [];
    const [session] = sessions;
    if (service === undefined || session === undefined || sessions.length > 1) return;
    const value = valueAt(session.pair.value, 'useTLS');
    const told = value === undefined ? 'false' : textOf(value);
    const words = service.words.map((word) => shownValue(word, ''));
    const listenings = listeningsOf(service.configuration);
    const plain =
      words.includes('http.server') || (listenings.length > 0 && !listenings.some((one) => one.secured));
    const secured =
      (listenings.length > 0 && listenings.every((one) => one.secured)) ||
      words.some((word) =>
        /^--?([A-Z]\w+\.)?(ssl-)?(certfile|cert|keyfile|tls-cert|ssl-certfile)(=|$)/.test(word),
      );
    if (told === 'true' && plain) {
      yield {
        message: 'the session has `useTLS: true`, but the service speaks plain HTTP',
        at: service.at,
        related: [
          { span: value?.span ?? session.pair.span, text: 'the platform speaks HTTPS because of this' },
        ],
        help: 'set `useTLS: false`, or give the service a certificate',
      };
    } else if (told === 'false' && secured) {
      yield {
        message: 'the service speaks HTTPS, but the session does not have `useTLS: true`',
        at: service.at,
        related: [{ span: session.pair.span, text: 'the session' }],
        help: 'set `useTLS: true`',
      };
    }
  },
});
