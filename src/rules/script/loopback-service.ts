import { coordination } from '../../analysis/contract/coordination.ts';
import { announcedService } from '../../analysis/contract/services.ts';
import { textOf } from '../../analysis/shell/interpreter/state/value.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { loopbackOption } from './loopback-option.analysis.ts';

export const loopbackService = defineRule({
  meta: {
    id: 'loopback-service',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The service listens on this machine itself only, and is reached by the name of the host.',
      why: 'Whoever connects by the name of the host, as the wait step and the session do, is refused.',
      fix: 'Let it listen on all addresses (0.0.0.0), behind a password or token.',
      examples: {
        bad: [
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
    const option = service === undefined ? undefined : loopbackOption(service);
    if (service === undefined || option === undefined) return;
    const local = contract.behaviour.events.some(
      (event) =>
        event.kind === 'write' &&
        event.file === contract.files.hostname &&
        /^(localhost|127\.)/.test(textOf(event.content ?? []) ?? ''),
    );
    if (local) return;
    yield {
      severity: contract.start?.runner?.mayBeScheduled ? 'error' : 'warning',
      message: `the service listens on this machine only ("${option}"), but it is reached by the name of the host`,
      at: service.at,
      help: 'let it listen on 0.0.0.0, behind a password or token',
    };
  },
});
