import { coordination } from '../../analysis/contract/coordination.ts';
import { portFault, unsetPort } from '../../analysis/contract/marker-contents.ts';
import { misspeltVariables } from '../../analysis/shell/misspelt-variables.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';

export const malformedPortFile = defineRule({
  meta: {
    id: 'malformed-port-file',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'SESSION_PORT gets something that is not a port number.',
      why: 'Its reader takes the whole of it as the port: `http://host:SESSION_PORT=5000` answers nobody.',
      fix: 'Write the number alone: `echo "$port" > SESSION_PORT`.',
      examples: {
        bad: [
          sessionExample({
            files: {
              'workflows/hello/start.sh':
                'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" «> SESSION_PORT»\ntouch job.started\nexec python3 -m http.server "$port"\n',
            },
          }),
          sessionExample({
            files: {
              'workflows/hello/start.sh':
                'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" «> SESSION_PORT»\ntouch job.started\nexec python3 -m http.server "$port"\n',
              'utils/wait_service.sh':
                'until [ -f job.started ]; do\n  [ -f job.ended ] && exit 1\n  sleep 3\ndone\nhost=$(cat HOSTNAME)\nsource ./SESSION_PORT\ncurl --silent --retry 50 --retry-connrefused --output /dev/null "http://$host:$port" || exit 1\necho "HOSTNAME=$host" >> "$OUTPUTS"\necho "SESSION_PORT=$port" >> "$OUTPUTS"\n',
            },
          }),
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ndate «>> SESSION_PORT»\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "SESSION_PORT=$port" «> SESSION_PORT»\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho \'$port\' «> SESSION_PORT»\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\n«touch SESSION_PORT»\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
        good: [
          sessionExample({
            files: {
              'workflows/hello/start.sh':
                'source inputs.sh\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$SESSION_PORT"\n',
            },
          }),
          sessionExample({
            files: {
              'workflows/hello/start.sh':
                'SESSION_PORT=$(pw agent open-port)\nhostname > HOSTNAME\necho "$SESSION_PORT" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$SESSION_PORT"\n',
            },
          }),
          sessionExample({
            files: {
              'workflows/hello/start.sh':
                'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "port=$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
              'utils/wait_service.sh':
                'until [ -f job.started ]; do\n  [ -f job.ended ] && exit 1\n  sleep 3\ndone\nhost=$(cat HOSTNAME)\nport=$(cut -d= -f2 SESSION_PORT)\ncurl --silent --retry 50 --retry-connrefused --output /dev/null "http://$host:$port" || exit 1\necho "HOSTNAME=$host" >> "$OUTPUTS"\necho "SESSION_PORT=$port" >> "$OUTPUTS"\n',
            },
          }),
          sessionExample({
            files: {
              'workflows/hello/start.sh':
                'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "port=$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
              'utils/wait_service.sh':
                'until [ -f job.started ]; do\n  [ -f job.ended ] && exit 1\n  sleep 3\ndone\nhost=$(cat HOSTNAME)\nsource ./SESSION_PORT\ncurl --silent --retry 50 --retry-connrefused --output /dev/null "http://$host:$port" || exit 1\necho "HOSTNAME=$host" >> "$OUTPUTS"\necho "SESSION_PORT=$port" >> "$OUTPUTS"\n',
            },
          }),
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
      },
    }),
  },
  on: 'script',
  *check({ script, file }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    const unset = unsetPort(contract);
    const isGiven = new RegExp(`^\\s*${unset?.name}:|\\bexport\\b.*\\b${unset?.name}\\b`, 'm');
    // A slip in the name is told as that.
    const slipped = context.ask(misspeltVariables, script).some(({ name }) => name === unset?.name);
    if (unset !== undefined && !slipped && !isGiven.test(file?.source.text ?? '')) {
      yield {
        severity: 'warning',
        message: `"SESSION_PORT" gets "$${unset.name}", which nothing sets: the file is empty`,
        at: unset.write.at,
        help: 'write the variable that holds the port',
      };
      return;
    }
    const fault = portFault(contract);
    if (fault === undefined) return;
    yield {
      message: fault.message,
      at: fault.write.at,
      help: fault.help ?? 'write the number alone, in double quotes or none: `echo "$port" > SESSION_PORT`',
    };
  },
});
