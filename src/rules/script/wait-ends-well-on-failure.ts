import { goodEndsOnFailure } from '../../analysis/script/good-ends-on-failure.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';

export const waitEndsWellOnFailure = defineRule({
  meta: {
    id: 'wait-ends-well-on-failure',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    what: 'A wait step ends with status 0 when it sees that the job has failed.',
    why: 'The jobs after it go on as if the service were there, and fail later for another reason, or show a session that does not exist.',
    fix: 'End with a status other than zero: `exit 1`.',
    examples: {
      bad: [
        sessionExample({
          wait_for_service:
            'needs: [preprocessing]\nssh:\n  remoteHost: ${{ inputs.resource.ip }}\nsteps:\n  - early-cancel: any-job-failed\n    run: |\n      while [ ! -f job.started ]; do\n        if [ -f job.ended ]; then\n          echo "the job has ended"\n          «exit 0»\n        fi\n        sleep 3\n      done\n      host=$(cat HOSTNAME)\n      port=$(cat SESSION_PORT)\n      curl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1\n      echo "HOSTNAME=$host" >> "$OUTPUTS"\n      echo "SESSION_PORT=$port" >> "$OUTPUTS"\n',
        }),
      ],
      good: [
        sessionExample({
          wait_for_service:
            'needs: [preprocessing]\nssh:\n  remoteHost: ${{ inputs.resource.ip }}\nsteps:\n  - early-cancel: any-job-failed\n    run: |\n      while [ ! -f job.started ]; do\n        if [ -f job.ended ]; then\n          echo "the job has ended"\n          exit 1\n        fi\n        sleep 3\n      done\n      host=$(cat HOSTNAME)\n      port=$(cat SESSION_PORT)\n      curl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1\n      echo "HOSTNAME=$host" >> "$OUTPUTS"\n      echo "SESSION_PORT=$port" >> "$OUTPUTS"\n',
        }),
      ],
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (script.role !== 'run') return;
    for (const node of context.ask(goodEndsOnFailure, script)) {
      yield {
        message: 'the wait ends well here, though the job has ended',
        at: script.text.spanOf(node.pos, node.end),
        help: 'end with a status other than zero: `exit 1`',
      };
    }
  },
});
