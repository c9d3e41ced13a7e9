import { endlessWaits } from '../../analysis/script/endless-waits.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';

export const endlessWait = defineRule({
  meta: {
    id: 'endless-wait',
    group: 'script',
    severity: 'note',
    since: '0.1.0',
    tier: 'pedantic',
    what: 'A wait for a file goes on for ever when the file never comes.',
    why: 'When the job fails before it writes the file, the step waits until the run is cancelled by hand.',
    fix: 'End the loop when `job.ended` appears or after a number of turns, or set `early-cancel` or `timeout` on the step.',
    examples: {
      bad: [
        sessionExample({
          wait_for_service:
            'needs: [preprocessing]\nssh:\n  remoteHost: ${{ inputs.resource.ip }}\nsteps:\n  - run: |\n      while «[ ! -f job.started ]»; do\n        sleep 3\n      done\n      host=$(cat HOSTNAME)\n      port=$(cat SESSION_PORT)\n      curl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1\n      echo "HOSTNAME=$host" >> "$OUTPUTS"\n      echo "SESSION_PORT=$port" >> "$OUTPUTS"\n',
        }),
      ],
      good: [
        sessionExample({
          wait_for_service:
            'needs: [preprocessing]\nssh:\n  remoteHost: ${{ inputs.resource.ip }}\nsteps:\n  - early-cancel: any-job-failed\n    run: |\n      while [ ! -f job.started ]; do\n        sleep 3\n      done\n      host=$(cat HOSTNAME)\n      port=$(cat SESSION_PORT)\n      curl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1\n      echo "HOSTNAME=$host" >> "$OUTPUTS"\n      echo "SESSION_PORT=$port" >> "$OUTPUTS"\n',
        }),
      ],
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    if (script.role !== 'run') return;
    const job = file?.workflow?.jobs.find((one) => one.id.value === script.job);
    const step = job?.steps[script.stepIndex ?? -1];
    const bounded = ['timeout', 'retry', 'early-cancel'].some(
      (key) => valueAt(step?.node, key) !== undefined,
    );
    if (bounded || valueAt(job?.node, 'timeout') !== undefined) return;
    for (const node of context.ask(endlessWaits, script)) {
      yield {
        message: 'this waits for ever when the file never comes',
        at: script.text.spanOf(node.pos, node.end),
        help: 'look for job.ended as well, count the turns, or set `early-cancel: any-job-failed` or `timeout` on the step',
      };
    }
  },
});
