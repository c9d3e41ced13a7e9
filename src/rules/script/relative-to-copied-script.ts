import { coordination } from '../../analysis/contract/coordination.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';
import { besideItself } from './beside-itself.analysis.ts';

export const relativeToCopiedScript = defineRule({
  meta: {
    id: 'relative-to-copied-script',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'The start script looks for a file beside itself, but job_runner runs a copy of it from the job directory.',
      why: '`$0` and `BASH_SOURCE` are run.sh in the job directory there: the file beside start.sh is not beside the copy.',
      fix: 'Name the file from the job directory: `${PW_PARENT_JOB_DIR}/workflows/NAME/file`.',
      examples: {
        bad: [
          sessionExample({
            files: {
              'utils/settings.sh': 'MODE=fast\n',
              'workflows/hello/start.sh':
                'root=$(realpath "$(dirname "$0")/../..")\nsource «"$root/utils/settings.sh"»\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port" --directory "$MODE"\n',
            },
          }),
          sessionExample({
            files: {
              'workflows/hello/server.py': 'print()\n',
              'workflows/hello/start.sh':
                'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 «"${BASH_SOURCE%/*}/server.py"» "$port"\n',
            },
          }),
          sessionExample({
            files: {
              'workflows/hello/server.py': 'print()\n',
              'workflows/hello/start.sh':
                'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 «server.py» "$port"\n',
            },
          }),
          sessionExample({
            files: {
              'workflows/hello/server.py': 'print()\n',
              'workflows/hello/start.sh':
                'here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 «"$here/server.py"» "$port"\n',
            },
          }),
        ],
        good: [
          sessionExample({
            files: {
              'workflows/hello/server.py': 'print()\n',
              'workflows/hello/start.sh':
                'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\ncd workflows/hello\nexec python3 server.py "$port"\n',
            },
          }),
          sessionExample({
            files: {
              'workflows/hello/server.py': 'print()\n',
              'workflows/hello/start.sh':
                'cp workflows/hello/server.py .\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 server.py "$port"\n',
            },
          }),
          sessionExample({
            files: {
              'workflows/hello/server.py': 'print()\n',
              'workflows/hello/start.sh':
                'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 "${PW_PARENT_JOB_DIR}/workflows/hello/server.py" "$port"\n',
            },
          }),
          'here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)\necho "running in $here"\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        ],
      },
    }),
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    for (const place of besideItself(contract, context)) {
      yield {
        message:
          place.from === 'script'
            ? `"${place.name}" is not beside the copy that job_runner runs`
            : `"${place.name}" is beside this script in the repository, but the script runs in the job directory`,
        at: place.at,
        help: `name it from the job directory: "\${PW_PARENT_JOB_DIR}/${place.path}"`,
      };
    }
  },
});
