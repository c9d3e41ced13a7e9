import type { AnalysisContext } from '../../analysis/analysis.ts';
import { type Coordination, coordination } from '../../analysis/contract/coordination.ts';
import { announcedPortFix } from '../../analysis/contract/port-fixes.ts';
import { dedent } from '../../base/dedent.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { announcedPortFault } from './announced-port.analysis.ts';
import { searchedPortFault } from './searched-port.analysis.ts';
import { untakenPort } from './untaken-port.analysis.ts';

/** SESSION_PORT and the service have different ports. */
export const otherPortAnnounced = defineRule({
  meta: {
    id: 'other-port-announced',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'SESSION_PORT announces another port than the one that the service gets, or one that nothing is told.',
      why: 'The session connects to a port on which nobody listens, or on which somebody else does.',
      fix: 'Give the service the port that is written to SESSION_PORT.',
      examples: {
        bad: [
          startExample({ service: '«exec streamlit run board.py --server.headless true»' }),
          startExample({ service: '«docker run --rm -p 8787:8787 rocker/rstudio»' }),
          startExample({ service: '«PORT=3000 node server.js»' }),
          startExample({ service: '«code-server --bind-addr=0.0.0.0:8443 --auth password»' }),
          startExample({ service: '«srun --ntasks=1 python3 -m http.server 8000»' }),
          startExample({
            before: dedent`
              application=$(pw agent open-port)
              python3 -m http.server --bind 127.0.0.1 "$application" > application.out 2>&1 &
            `,
            hostname: dedent`
              cat > nginx.conf <<EOF
              events {}
              http { server { listen 8080; location / { proxy_pass http://127.0.0.1:$application; } root $PWD; } }
              EOF
              hostname > HOSTNAME
            `,
            service: '«exec nginx -c "$PWD/nginx.conf" -g \'daemon off;\'»',
          }),
          startExample({ service: '«exec python3 -m http.server 8000»' }),
          startExample({
            service: dedent`
              vncserver :7 -localhost yes
              «exec websockify --web=/usr/share/novnc 6080 localhost:5907»
            `,
          }),
          startExample({
            service: dedent`
              cat > editor.yaml <<EOF
              «bind-addr: 0.0.0.0:8443»
              auth: password
              EOF
              exec code-server --config editor.yaml
            `,
          }),
          startExample({
            port: dedent`
              port=8888
              while ss -ltn | grep -q ":$port "; do
                echo "$port is taken" >&2
                port=$((port + 1))
              done
            `,
            service: '«exec python3 -m http.server 8888»',
          }),
          startExample({
            port: 'port=$(shuf -i 20000-30000 -n 1)',
            service: '«exec uvicorn app:app --host 0.0.0.0 --port 8000»',
          }),
          startExample({
            announce: 'echo "$(pw agent open-port)" > SESSION_PORT',
            service: '«exec python3 -m http.server "$port"»',
          }),
          dedent`
            port=$service_port
            if [ -z "$port" ]; then
              port=$(pw agent open-port)
            fi
            if [ -z "$port" ]; then
              exit 1
            fi
            hostname > HOSTNAME
            echo "$port" > SESSION_PORT
            touch job.started
            program=
            for candidate in python3 python; do
              if command -v "$candidate"; then
                program=$candidate
                break
              fi
            done
            «"$program" -m http.server 8080 > server.log 2>&1» &
            wait
          `,
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
          startExample({
            port: 'port=$(pw agent open-port)\nexport STREAMLIT_SERVER_PORT=$port',
            service: 'exec streamlit run board.py',
          }),
          startExample({ service: 'PORT="$port" node server.js' }),
          startExample({ service: 'docker run --rm -p "$port":8787 rocker/rstudio' }),
          startExample({
            before: dedent`
              application=$(pw agent open-port)
              python3 -m http.server --bind 127.0.0.1 "$application" > application.out 2>&1 &
            `,
            hostname: dedent`
              cat > nginx.conf <<EOF
              events {}
              http { server { listen $port; location / { proxy_pass http://127.0.0.1:$application; } root $PWD; } }
              EOF
              hostname > HOSTNAME
            `,
            service: 'exec nginx -c "$PWD/nginx.conf" -g \'daemon off;\'',
          }),
          startExample({
            port: dedent`
              port=$PORT
              if [ -z "$port" ]; then
                port=8080
              fi
            `,
            service: 'exec python3 -m http.server 8080',
          }),
          startExample({
            port: dedent`
              for port in $(seq 8000 8100); do
                ss -ltn | grep -q ":$port " || break
              done
              sed "s/@PORT@/$port/" front.conf > nginx.conf
            `,
            service: 'exec python3 -m http.server 8000',
          }),
          startExample(),
          startExample({ service: 'exec jupyter lab --config "${HOME}/jupyter.py"' }),
          startExample({
            service: dedent`
              vncserver :7 -localhost yes
              exec websockify --web=/usr/share/novnc "$(cat SESSION_PORT)" localhost:5907
            `,
          }),
          startExample({
            service: dedent`
              echo "bind-addr: 0.0.0.0:$port" > editor.yaml
              exec code-server --config editor.yaml
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    const certain = announcedPortFault(contract);
    const fault = certain ?? searchedPortFault(contract, context);
    if (fault === undefined) {
      yield* untakenPortFinding(contract, context);
      return;
    }
    const fix = announcedPortFix(contract, fault.service, fault.write);
    yield {
      // A search may come to the very port that is fixed.
      ...(certain === undefined && { severity: 'warning' as const }),
      message: fault.message,
      at: fault.service.at,
      related: [{ span: fault.write.at, text: 'this port is announced' }],
      help: 'give the service the port that is written to SESSION_PORT',
      ...(fix !== undefined && { fix }),
    };
  },
});

/** A port that is announced, where nothing that the script starts is told it. */
function* untakenPortFinding(contract: Coordination, context: AnalysisContext): Generator<Finding> {
  const untaken = untakenPort(contract, context);
  if (untaken === undefined) return;
  const { name, fixed, at, announced, certain } = untaken;
  yield {
    ...(!certain && { severity: 'warning' as const }),
    message:
      fixed === undefined
        ? `nothing that this script starts is told the port in "$${name}", which "SESSION_PORT" announces`
        : `this has port ${fixed}, and nothing is told the one in "$${name}", which "SESSION_PORT" announces`,
    at,
    related: [{ span: announced, text: 'this port is announced' }],
    help: `give "$${name}" to the service that the session reaches; a program of its own reads it only when it is exported`,
  };
}
