import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';
import { goodEndsOnFailure } from './good-ends-on-failure.analysis.ts';

export const waitEndsWellOnFailure = defineRule({
  meta: {
    id: 'wait-ends-well-on-failure',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: () => ({
      what: 'A wait step ends with status 0 when it sees that the job has failed.',
      why: 'The jobs after it go on as if the service were there, and fail later for another reason, or show a session that does not exist.',
      fix: 'End with a status other than zero: `exit 1`.',
      examples: {
        bad: [
          sessionExample({
            files: {
              'utils/wait_service.sh':
                'while true; do\n  if [ -f job.started ]; then break; fi\n  if [ -f job.ended ]; then «break»; fi\n  sleep 3\ndone\necho "HOSTNAME=$(cat HOSTNAME)" >> "$OUTPUTS"\necho "SESSION_PORT=$(cat SESSION_PORT)" >> "$OUTPUTS"\n',
            },
          }),
          sessionExample({
            files: {
              'utils/wait_service.sh':
                'leave() {\n  echo "$1"\n  exit 0\n}\nwhile [ ! -f job.started ]; do\n  if [ -f job.ended ]; then\n    «leave "the job has ended"»\n  fi\n  sleep 3\ndone\nhost=$(cat HOSTNAME)\nport=$(cat SESSION_PORT)\ncurl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1\necho "HOSTNAME=$host" >> "$OUTPUTS"\necho "SESSION_PORT=$port" >> "$OUTPUTS"\n',
            },
          }),
          sessionExample({
            files: {
              'utils/wait_service.sh':
                'while [ ! -f job.started ]; do\n  if [ -f job.ended ]; then\n    echo "the job has ended"\n    «exit»\n  fi\n  sleep 3\ndone\nhost=$(cat HOSTNAME)\nport=$(cat SESSION_PORT)\ncurl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1\necho "HOSTNAME=$host" >> "$OUTPUTS"\necho "SESSION_PORT=$port" >> "$OUTPUTS"\n',
            },
          }),
          sessionExample({
            files: {
              'utils/wait_service.sh':
                'while [ ! -f job.started ]; do\n  [ -f job.ended ] && «exit 0»\n  sleep 3\ndone\nhost=$(cat HOSTNAME)\nport=$(cat SESSION_PORT)\ncurl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1\necho "HOSTNAME=$host" >> "$OUTPUTS"\necho "SESSION_PORT=$port" >> "$OUTPUTS"\n',
            },
          }),
          sessionExample({
            wait_for_service:
              'needs: [preprocessing]\nssh:\n  remoteHost: ${{ inputs.resource.ip }}\nsteps:\n  - early-cancel: any-job-failed\n    run: |\n      while [ ! -f job.started ]; do\n        if [ -f job.ended ]; then\n          echo "the job has ended"\n          «exit 0»\n        fi\n        sleep 3\n      done\n      host=$(cat HOSTNAME)\n      port=$(cat SESSION_PORT)\n      curl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1\n      echo "HOSTNAME=$host" >> "$OUTPUTS"\n      echo "SESSION_PORT=$port" >> "$OUTPUTS"\n',
          }),
        ],
        good: [
          sessionExample({
            complete:
              'needs: [update_session]\nsteps:\n  - run: |\n      echo "port $(cat SESSION_PORT)"\n      while true; do\n        if [ -f job.ended ]; then\n          exit 0\n        fi\n        sleep 30\n      done\n',
          }),
          sessionExample({
            files: {
              'utils/wait_service.sh':
                'while [ ! -f job.started ]; do\n  [ -f job.ended ] && exit 1\n  sleep 3\ndone\nhost=$(cat HOSTNAME)\nport=$(cat SESSION_PORT)\ncurl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1\necho "HOSTNAME=$host" >> "$OUTPUTS"\necho "SESSION_PORT=$port" >> "$OUTPUTS"\n',
            },
          }),
          sessionExample({
            wait_for_service:
              'needs: [preprocessing]\nssh:\n  remoteHost: ${{ inputs.resource.ip }}\nsteps:\n  - early-cancel: any-job-failed\n    run: |\n      while [ ! -f job.started ]; do\n        if [ -f job.ended ]; then\n          echo "the job has ended"\n          exit 1\n        fi\n        sleep 3\n      done\n      host=$(cat HOSTNAME)\n      port=$(cat SESSION_PORT)\n      curl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1\n      echo "HOSTNAME=$host" >> "$OUTPUTS"\n      echo "SESSION_PORT=$port" >> "$OUTPUTS"\n',
          }),
        ],
      },
    }),
  },
  on: 'script',
  *check({ script }, context) {
    if (script.role !== 'run' && script.role !== 'sourced' && script.role !== 'lone') return;
    for (const node of context.ask(goodEndsOnFailure, script)) {
      yield {
        message: '"job.ended" is there, so there is no service to wait for, but the wait ends well here',
        at: script.text.spanOf(node.pos, node.end),
        help: 'end with a status other than zero: `exit 1`',
      };
    }
  },
});
