import { coordination } from '../../analysis/contract/coordination.ts';
import { dedent } from '../../base/dedent.ts';
import { sessionExample } from '../examples/session-example.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { serviceLeftBehind } from './left-behind.analysis.ts';

/** The job of the runner, which hands the script to a scheduler where there is one. */
const scheduled = {
  'inject_markers: false': dedent`
    scheduler: \${{ inputs.resource.schedulerType != '' }}
    inject_markers: false
  `,
};

/** A script that ends, and its job with it, while the service runs in the background. */
export const scriptEndsWithService = defineRule({
  meta: {
    id: 'script-ends-with-service',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The start script ends while its service still runs in the background.',
      why: 'With the script the job ends: the scheduler kills the service, and job.ended tells everybody that the session is over.',
      fix: 'End the script with `wait`, or start the service with `exec`.',
      examples: {
        bad: [
          sessionExample({
            session_runner: scheduled,
            start: { service: '«screen -dmS web python3 -m http.server "$port"»' },
          }),
          sessionExample({
            session_runner: scheduled,
            start: { service: '«websockify --daemon --web /usr/share/novnc "$port" localhost:5903»' },
          }),
          sessionExample({
            session_runner: scheduled,
            start: { service: '«docker run -d -p "$port":8787 rocker/rstudio»' },
          }),
          startExample({
            service: dedent`
              vncserver :3 -SecurityTypes VncAuth
              «novnc_proxy --vnc localhost:5903 --listen "$port" > novnc.log 2>&1 &»
            `,
          }),
          startExample({
            before: dedent`
              start_service() {
                «python3 -m http.server "$1" > server.log 2>&1 &»
              }
            `,
            service: dedent`
              start_service "$port"
              for attempt in 1 2 3; do
                curl -s "localhost:$port" && break
                sleep 2
              done
            `,
          }),
          startExample({ service: '«python3 -m http.server "$port" > service.out 2>&1 &»' }),
          startExample({
            service: dedent`
              «nohup jupyter lab --ip=0.0.0.0 --port "$port" > service.out 2>&1 &»
              sleep 2
              echo started
            `,
          }),
        ],
        good: [
          sessionExample({
            session_runner: scheduled,
            start: {
              service: dedent`
                trap 'docker stop web' EXIT
                docker run -d --name web -p "$port":8787 rocker/rstudio
                docker logs -f web
              `,
            },
          }),
          sessionExample({
            session_runner: scheduled,
            start: {
              service: dedent`
                trap 'apptainer instance stop web' EXIT
                apptainer instance start web.sif web
                sleep infinity
              `,
            },
          }),
          sessionExample({
            session_runner: scheduled,
            start: { service: 'screen -DmS web python3 -m http.server "$port"' },
          }),
          startExample({
            service: dedent`
              vncserver :3 -SecurityTypes VncAuth
              novnc_proxy --vnc localhost:5903 --listen "$port"
            `,
          }),
          startExample({
            service: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              wait
            `,
          }),
          startExample({
            service: dedent`
              python3 -m http.server "$port" > service.out 2>&1 &
              pid=$!
              while kill -0 "$pid"; do sleep 5; done
            `,
          }),
          startExample(),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    const left = serviceLeftBehind(contract);
    if (left === undefined) return;
    yield {
      message: 'the script ends while the service runs in the background',
      at: left.service,
      related: [{ span: left.end, text: 'the script ends here' }],
      help: left.daemon
        ? 'keep it in the foreground, or end the script with a command that stays, such as `sleep infinity`'
        : 'end the script with `wait`, or start the service with `exec`',
      ...(left.fix !== undefined && { fix: left.fix }),
    };
  },
});
