import { coordination } from '../../analysis/script/coordination.ts';
import { serviceLeftBehind } from '../../analysis/script/left-behind.ts';
import { defineRule } from '../rule.ts';

export const scriptEndsWithService = defineRule({
  meta: {
    id: 'script-ends-with-service',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    what: 'The start script ends while its service still runs in the background.',
    why: 'With the script the job ends: the scheduler kills the service, and job.ended tells everybody that the session is over.',
    fix: 'End the script with `wait`, or start the service with `exec`.',
    examples: {
      bad: [
        'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\n«python3 -m http.server "$port" > service.out 2>&1 &»\n',
        'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\n«nohup jupyter lab --port "$port" > service.out 2>&1 &»\nsleep 2\necho started\n',
      ],
      good: [
        'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\npython3 -m http.server "$port" > service.out 2>&1 &\nwait\n',
        'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\npython3 -m http.server "$port" > service.out 2>&1 &\npid=$!\nwhile kill -0 "$pid"; do sleep 5; done\n',
        'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
      ],
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
      help: 'end the script with `wait`, or start the service with `exec`',
      ...(left.fix !== undefined && { fix: left.fix }),
    };
  },
});
