import { dedent } from '../../base/dedent.ts';
import { isUsedByOthers } from '../../model/script.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';
import { type LastAttempt, lastAttempts } from './last-attempts.analysis.ts';

/** A wait for the service that has been in vain and ends like one that has not. */
export const waitEndsWellAfterLastAttempt = defineRule({
  meta: {
    id: 'wait-ends-well-after-last-attempt',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A wait for the service has a limit, and the step goes on with status 0 when that is reached.',
      why: 'The jobs behind it take the service as ready: the session is shown and leads nowhere.',
      fix: 'Write `exit 1` behind the loop, and leave it by `exit 0`, or look again at what was waited for.',
      examples: {
        bad: [
          waiting`
            for attempt in $(seq 60); do
              if [ -f job.started ]; then
                break
              fi
              [ -f job.ended ] && exit 1
              sleep 5
            «done»
            host=$(cat HOSTNAME)
            port=$(cat SESSION_PORT)
          `,
          waiting`
            while [ ! -f job.started ]; do
              [ -f job.ended ] && exit 1
              sleep 2
            done
            host=$(cat HOSTNAME)
            port=$(cat SESSION_PORT)
            tries=0
            until curl --silent --fail --output /dev/null "http://$host:$port" || [ "$tries" -ge 60 ]; do
              tries=$((tries + 1))
              sleep 2
            «done»
          `,
          waiting`
            elapsed=0
            until [ -s SESSION_PORT ]; do
              if (( elapsed > 600 )); then
                echo "Timed out"
                «exit 0»
              fi
              [ -f job.ended ] && exit 1
              sleep 5
              elapsed=$((elapsed + 5))
            done
            host=$(cat HOSTNAME)
            port=$(cat SESSION_PORT)
          `,
          waiting`
            wait_for() {
              for attempt in {1..100}; do
                if [ -s "$1" ]; then return 0; fi
                sleep 3
              done
              echo "$1 did not appear"
              return 1
            }
            «wait_for job.started»
            host=$(cat HOSTNAME)
            port=$(cat SESSION_PORT)
          `,
          waiting`
            «timeout» 600 bash -c 'until [ -f job.started ]; do sleep 2; done'
            host=$(cat HOSTNAME)
            port=$(cat SESSION_PORT)
          `,
        ],
        good: [
          waiting`
            for attempt in $(seq 60); do
              [ -f job.started ] && break
              sleep 5
            done
            if ! [ -f job.started ]; then
              exit 1
            fi
            host=$(cat HOSTNAME)
            port=$(cat SESSION_PORT)
          `,
          waiting`
            while [ ! -f job.started ]; do
              [ -f job.ended ] && exit 1
              sleep 2
            done
            host=$(cat HOSTNAME)
            port=$(cat SESSION_PORT)
            answers=0
            while [ "$answers" -lt 3 ]; do
              curl --silent --fail "http://$host:$port" && answers=$((answers + 1))
              sleep 1
            done
          `,
          waiting`
            set -e
            timeout 600 bash -c 'until [ -f job.started ]; do sleep 2; done'
            host=$(cat HOSTNAME)
            port=$(cat SESSION_PORT)
            for attempt in $(seq 60); do
              curl --silent --fail "http://$host:$port" && break
              if [ "$attempt" -eq 60 ]; then
                exit 1
              fi
              sleep 2
            done
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (script.role !== 'run' && !isUsedByOthers(script)) return;
    for (const { start, end, how } of context.ask(lastAttempts, script)) {
      yield {
        message: `${reached[how]}, and the jobs behind it take the service as ready`,
        at: script.text.spanOf(start, end),
        help:
          how === 'end'
            ? 'end with a status other than zero: `exit 1`'
            : 'end with `exit 1` when the service is not there',
      };
    }
  },
});

const reached = {
  loop: 'when the last attempt has failed the step goes on from here',
  end: 'when the time is up the step ends well here',
  status: 'when the time is up nobody looks at the status of this',
} as const satisfies Record<LastAttempt['how'], string>;

/** A session whose wait is this one. */
function waiting(strings: TemplateStringsArray) {
  const outputs = 'echo "HOSTNAME=$host" >> "$OUTPUTS"\necho "SESSION_PORT=$port" >> "$OUTPUTS"\n';
  return {
    ...sessionExample(),
    'utils/wait_service.sh': `${dedent(strings)}${outputs}`,
  };
}
