import { coordination } from '../../analysis/contract/coordination.ts';
import { announcedService } from '../../analysis/contract/services.ts';
import { textOf } from '../../analysis/shell/interpreter/state/value.ts';
import { knownServer } from '../../analysis/shell/programs/known-servers.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { loopbackByDefault, loopbackOption } from './loopback-option.analysis.ts';

/** A service on the loopback address that is reached by the name of the host. */
export const loopbackService = defineRule({
  meta: {
    id: 'loopback-service',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The service listens on this machine itself only, by an option or because it does so unless it is told otherwise, and is reached by the name of the host.',
      why: 'Whoever connects by the name of the host, as the wait step and the session do, is refused.',
      fix: 'Let it listen on all addresses (0.0.0.0), behind a password or token.',
      examples: {
        bad: [
          startExample({ service: '«exec uvicorn board:app --port "$port"»' }),
          startExample({ service: '«exec python3 -m flask --app board run -p "$port"»' }),
          startExample({ service: '«conda run -n board tensorboard --logdir runs --port="$port"»' }),
          startExample({ service: '«exec jupyter lab --ServerApp.ip=localhost --ServerApp.port="$port"»' }),
          startExample({ service: '«srun --ntasks=1 flask run --host localhost --port "$port"»' }),
          startExample({
            hostname: dedent`
              cat > nginx.conf <<EOF
              events {}
              http { server { listen 127.0.0.1:$port; root $PWD; } }
              EOF
              hostname > HOSTNAME
            `,
            service: '«exec nginx -c "$PWD/nginx.conf" -g \'daemon off;\'»',
          }),
          startExample({ service: '«exec python3 -m http.server --bind 127.0.0.1 "$port"»' }),
          startExample({ service: '«exec uvicorn app:app --host=localhost --port "$port"»' }),
        ],
        good: [
          startExample({
            service: dedent`
              start() {
                local name=$1
                shift
                "$@" > "$name.log" 2>&1 &
              }
              start api uvicorn api:app --port "$(pw agent open-port)"
              start web npx serve -l "tcp://0.0.0.0:$port" page
              trap 'kill $(jobs -p)' EXIT
              wait
            `,
          }),
          startExample({ service: 'exec uvicorn board:app --host 0.0.0.0 --port "$port"' }),
          startExample({ service: 'exec streamlit run board.py --server.port "$port"' }),
          startExample({ service: 'FLASK_RUN_HOST=0.0.0.0 flask run -p "$port"' }),
          startExample({ service: 'exec mlflow ui --port "$port" "$@"' }),
          startExample({ service: 'exec jupyter lab --ServerApp.ip=0.0.0.0 --ServerApp.port="$port"' }),
          startExample({
            hostname: dedent`
              cat > nginx.conf <<EOF
              events {}
              http { server { listen $port; root $PWD; } }
              EOF
              hostname > HOSTNAME
            `,
            service: 'exec nginx -c "$PWD/nginx.conf" -g \'daemon off;\'',
          }),
          startExample(),
          startExample({
            hostname: 'echo localhost > HOSTNAME',
            service: 'exec python3 -m http.server --bind 127.0.0.1 "$port"',
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    const service = announcedService(contract);
    if (service === undefined) return;
    const option = loopbackOption(service);
    const usual = option === undefined ? loopbackByDefault(service, script.shell.text) : undefined;
    if (option === undefined && usual === undefined) return;
    const local = contract.behaviour.events.some(
      (event) =>
        event.kind === 'write' &&
        event.file === contract.files.hostname &&
        /^(localhost|127\.)/.test(textOf(event.content ?? []) ?? ''),
    );
    if (local) return;
    const [address] = knownServer(service.words)?.fact.address.options ?? [];
    yield {
      // A file of the user's own may say where a server listens.
      severity: option !== undefined && contract.start?.runner?.mayBeScheduled ? 'error' : 'warning',
      message:
        usual === undefined
          ? `the service listens on this machine only ("${option}"), but it is reached by the name of the host`
          : `"${usual}" listens on this machine only unless it is told otherwise, but it is reached by the name of the host`,
      at: service.at,
      help:
        usual === undefined || address === undefined
          ? 'let it listen on 0.0.0.0, behind a password or token'
          : `let it listen on all addresses, behind a password or token: ${addressOption(address)}`,
    };
  },
});

function addressOption(option: string): string {
  const hasPort = /^(-b|--bind|--bind-addr|--dev-addr|-a)$/.test(option);
  return `"${option} 0.0.0.0${hasPort ? ':$port' : ''}"`;
}
