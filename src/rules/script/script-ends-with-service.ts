import { coordination } from '../../analysis/contract/coordination.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';
import { serviceLeftBehind } from './left-behind.analysis.ts';

const scheduled = [
  'needs: [preprocessing]',
  'steps:',
  '  - uses: marketplace/job_runner/v4.0',
  '    early-cancel: any-job-failed',
  '    with:',
  '      resource: ${{ inputs.resource }}',
  '      rundir: ${PW_PARENT_JOB_DIR}',
  "      scheduler: ${{ inputs.resource.schedulerType != '' }}",
  '      inject_markers: false',
  '      use_existing_script: true',
  '      script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/start.sh',
  '',
].join('\n');

export const scriptEndsWithService = defineRule({
  meta: {
    id: 'script-ends-with-service',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The start script ends while its service still runs in the background.',
      why: 'With the script the job ends: the scheduler kills the service, and job.ended tells everybody that the session is over.',
      fix: 'End the script with `wait`, or start the service with `exec`.',
      examples: {
        bad: [
          sessionExample({
            session_runner: scheduled,
            files: {
              'workflows/hello/start.sh':
                'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\n«screen -dmS web python3 -m http.server "$port"»\n',
            },
          }),
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nvncserver :3 -SecurityTypes VncAuth\n«novnc_proxy --vnc localhost:5903 --listen "$port" > novnc.log 2>&1 &»\n',
          'start_service() {\n  «python3 -m http.server "$1" > server.log 2>&1 &»\n}\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nstart_service "$port"\nfor attempt in 1 2 3; do\n  curl -s "localhost:$port" && break\n  sleep 2\ndone\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\n«python3 -m http.server "$port" > service.out 2>&1 &»\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\n«nohup jupyter lab --port "$port" > service.out 2>&1 &»\nsleep 2\necho started\n',
        ],
        good: [
          sessionExample({
            session_runner: scheduled,
            files: {
              'workflows/hello/start.sh':
                'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\napptainer instance start web.sif web\nsleep infinity\n',
            },
          }),
          sessionExample({
            session_runner: scheduled,
            files: {
              'workflows/hello/start.sh':
                'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nscreen -DmS web python3 -m http.server "$port"\n',
            },
          }),
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nvncserver :3 -SecurityTypes VncAuth\nnovnc_proxy --vnc localhost:5903 --listen "$port"\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\npython3 -m http.server "$port" > service.out 2>&1 &\nwait\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\npython3 -m http.server "$port" > service.out 2>&1 &\npid=$!\nwhile kill -0 "$pid"; do sleep 5; done\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
      },
    }),
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
