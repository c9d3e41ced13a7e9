import { coordination } from '../../analysis/contract/coordination.ts';
import { announcedPortFix } from '../../analysis/contract/port-fixes.ts';
import { defineRule } from '../rule.ts';
import { announcedPortFault } from './announced-port.analysis.ts';

export const otherPortAnnounced = defineRule({
  meta: {
    id: 'other-port-announced',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'SESSION_PORT announces another port than the one that the service gets.',
      why: 'The session connects to a port on which nobody listens, or on which somebody else does.',
      fix: 'Give the service the port that is written to SESSION_PORT.',
      examples: {
        bad: [
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\n«docker run --rm -p 8787:8787 rocker/rstudio»\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\n«PORT=3000 node server.js»\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\n«code-server --bind-addr=0.0.0.0:8443 --auth password»\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\n«srun --ntasks=1 python3 -m http.server 8000»\n',
          'application=$(pw agent open-port)\npython3 -m http.server --bind 127.0.0.1 "$application" > application.out 2>&1 &\nport=$(pw agent open-port)\ncat > nginx.conf <<EOF\nevents {}\nhttp { server { listen 8080; location / { proxy_pass http://127.0.0.1:$application; } root $PWD; } }\nEOF\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\n«exec nginx -c "$PWD/nginx.conf" -g \'daemon off;\'»\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\n«exec python3 -m http.server 8000»\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$(pw agent open-port)" > SESSION_PORT\ntouch job.started\n«exec python3 -m http.server "$port"»\n',
          'port=$service_port\nif [ -z "$port" ]; then\n  port=$(pw agent open-port)\nfi\nif [ -z "$port" ]; then\n  exit 1\nfi\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nprogram=\nfor candidate in python3 python; do\n  if command -v "$candidate"; then\n    program=$candidate\n    break\n  fi\ndone\n«"$program" -m http.server 8080 > server.log 2>&1» &\nwait\n',
        ],
        good: [
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nPORT="$port" node server.js\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\ndocker run --rm -p "$port":8787 rocker/rstudio\n',
          'application=$(pw agent open-port)\npython3 -m http.server --bind 127.0.0.1 "$application" > application.out 2>&1 &\nport=$(pw agent open-port)\ncat > nginx.conf <<EOF\nevents {}\nhttp { server { listen $port; location / { proxy_pass http://127.0.0.1:$application; } root $PWD; } }\nEOF\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec nginx -c "$PWD/nginx.conf" -g \'daemon off;\'\n',
          'port=$PORT\nif [ -z "$port" ]; then\n  port=8080\nfi\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server 8080\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec jupyter lab --config "${HOME}/jupyter.py"\n',
        ],
      },
    }),
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    const fault = announcedPortFault(contract);
    if (fault === undefined) return;
    const fix = announcedPortFix(contract, fault.service, fault.write);
    yield {
      message: fault.message,
      at: fault.service.at,
      related: [{ span: fault.write.at, text: 'this port is announced' }],
      help: 'give the service the port that is written to SESSION_PORT',
      ...(fix !== undefined && { fix }),
    };
  },
});
