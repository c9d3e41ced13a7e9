import { coordination } from '../../analysis/contract/coordination.ts';
import { hostnameFault } from '../../analysis/contract/marker-contents.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';

export const malformedHostnameFile = defineRule({
  meta: {
    id: 'malformed-hostname-file',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'HOSTNAME gets something that is not the name of a host.',
      why: 'Its reader takes the whole of it as the host and connects to nothing.',
      fix: 'Write the name alone: `hostname > HOSTNAME`.',
      examples: {
        bad: [
          'port=$(pw agent open-port)\necho "HOSTNAME=$(hostname)" «> HOSTNAME»\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'port=$(pw agent open-port)\n«touch HOSTNAME»\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
        good: [
          sessionExample({
            files: {
              'workflows/hello/start.sh':
                'port=$(pw agent open-port)\necho "host=$(hostname)" > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
              'utils/wait_service.sh':
                'until [ -f job.started ]; do\n  [ -f job.ended ] && exit 1\n  sleep 3\ndone\nhost=$(sed \'s/.*=//\' HOSTNAME)\nport=$(cat SESSION_PORT)\ncurl --silent --retry 50 --retry-connrefused --output /dev/null "http://$host:$port" || exit 1\necho "HOSTNAME=$host" >> "$OUTPUTS"\necho "SESSION_PORT=$port" >> "$OUTPUTS"\n',
            },
          }),
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'port=$(pw agent open-port)\necho "$HOSTNAME" > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
      },
    }),
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    const fault = hostnameFault(contract);
    if (fault === undefined) return;
    yield {
      message: fault.message,
      at: fault.write.at,
      help: 'write the name alone: `hostname > HOSTNAME`',
    };
  },
});
