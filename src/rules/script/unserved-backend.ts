import { coordination } from '../../analysis/contract/coordination.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { unservedBackendOf } from './unserved-backend.analysis.ts';

/** A start script that sends requests on to `backend`, with an application beside it on `application`. */
function proxyExample(application: string, backend: string, before = ''): string {
  return startExample({
    before,
    hostname: dedent`
      ${application} > application.out 2>&1 &
      cat > nginx.conf <<EOF
      events {}
      http { server { listen $port; location / { proxy_pass http://${backend}; } } }
      EOF
      hostname > HOSTNAME
    `,
    service: 'exec nginx -c "$PWD/nginx.conf" -g \'daemon off;\'',
  });
}

const asked = 'application_port=$(pw agent open-port)';

/** A proxy of a start script in front of a port that none of its services has. */
export const unservedBackend = defineRule({
  meta: {
    id: 'unserved-backend',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'A proxy forwards requests to a port of this machine where nothing that the script starts listens.',
      why: 'The proxy answers 502, or closes the connection, though it and the service behind it are both up.',
      fix: 'Forward to the port that the service is given: keep it in one variable and use that in both places.',
      examples: {
        bad: [
          proxyExample(
            'python3 -m http.server --bind 127.0.0.1 "$application_port"',
            '«127.0.0.1:8888»',
            asked,
          ),
          proxyExample(
            'streamlit run board.py --server.address 127.0.0.1 --server.port "$application_port"',
            '«localhost:$backend_port»',
            `${asked}\nbackend_port=$(pw agent open-port)`,
          ),
          startExample({
            service: dedent`
              vncserver :7 -localhost yes
              «exec websockify --web=/usr/share/novnc "$port" localhost:5901»
            `,
          }),
        ],
        good: [
          proxyExample(
            'python3 -m http.server --bind 127.0.0.1 "$application_port"',
            '127.0.0.1:$application_port',
            asked,
          ),
          // A store that has always been there, beside a service that is reached by other means.
          startExample({
            before: asked,
            hostname: dedent`
              cat > nginx.conf <<EOF
              events {}
              http { server { listen $port; location / { proxy_pass http://127.0.0.1:11434; } } }
              EOF
              hostname > HOSTNAME
            `,
            service: 'exec nginx -c "$PWD/nginx.conf" -g \'daemon off;\'',
          }),
          startExample({
            service: dedent`
              vncserver :7 -localhost yes
              exec websockify --web=/usr/share/novnc "$port" localhost:5907
            `,
          }),
          startExample({
            service: dedent`
              vncserver -localhost yes
              exec websockify --web=/usr/share/novnc "$port" localhost:5901
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    const unserved = contract && unservedBackendOf(contract);
    if (unserved === undefined) return;
    const { proxy, at, port, other } = unserved;
    const served =
      other === undefined
        ? ''
        : `; "${other.program}" listens on ${other.port === undefined ? 'another one' : `port ${other.port}`}`;
    yield {
      message: `"${proxy}" forwards to ${port === undefined ? 'a port' : `port ${port}`}, where nothing that this script starts listens${served}`,
      at,
      ...(other !== undefined && {
        related: [{ span: other.at, text: 'nothing is forwarded to this one' }],
      }),
      help: 'forward to the port that the service is given: keep it in one variable for both',
    };
  },
});
