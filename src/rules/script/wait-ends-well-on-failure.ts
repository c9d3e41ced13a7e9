import { dedent } from '../../base/dedent.ts';
import { isUsedByOthers } from '../../model/script.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';
import { goodEndsOnFailure } from './good-ends-on-failure.analysis.ts';

/** A wait step that passes when the job has failed. */
export const waitEndsWellOnFailure = defineRule({
  meta: {
    id: 'wait-ends-well-on-failure',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A wait step ends with status 0 when it sees that the job has failed.',
      why: 'The jobs after it go on as if the service were there, and fail later for another reason, or show a session that does not exist.',
      fix: 'End with a status other than zero: `exit 1`.',
      examples: {
        bad: [
          sessionExample({
            wait: dedent`
              while true; do
                if [ -f job.started ]; then break; fi
                if [ -f job.ended ]; then «break»; fi
                sleep 3
              done
              echo "HOSTNAME=$(cat HOSTNAME)" >> "$OUTPUTS"
              echo "SESSION_PORT=$(cat SESSION_PORT)" >> "$OUTPUTS"
            `,
          }),
          sessionExample({
            wait: {
              'for attempt in $(seq 100); do': dedent`
                leave() {
                  echo "$1"
                  exit 0
                }
                while [ ! -f job.started ]; do
                  if [ -f job.ended ]; then
                    «leave "the job has ended"»
                  fi
              `,
              '[ -f job.started ] && break': '',
              'curl --silent --retry 50 --retry-connrefused --output /dev/null "http://$host:$port" || exit 1':
                'curl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1',
            },
          }),
          sessionExample({
            wait: {
              'for attempt in $(seq 100); do': dedent`
                while [ ! -f job.started ]; do
                  if [ -f job.ended ]; then
                    echo "the job has ended"
                    «exit»
                  fi
              `,
              '[ -f job.started ] && break': '',
              'curl --silent --retry 50 --retry-connrefused --output /dev/null "http://$host:$port" || exit 1':
                'curl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1',
            },
          }),
          sessionExample({
            wait: {
              'for attempt in $(seq 100); do': 'while [ ! -f job.started ]; do',
              '[ -f job.started ] && break': '[ -f job.ended ] && «exit 0»',
              'curl --silent --retry 50 --retry-connrefused --output /dev/null "http://$host:$port" || exit 1':
                'curl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1',
            },
          }),
          sessionExample({
            wait_for_service: {
              '- run: source utils/wait_service.sh': dedent`
                - early-cancel: any-job-failed
                  run: |
                    while [ ! -f job.started ]; do
                      if [ -f job.ended ]; then
                        echo "the job has ended"
                        «exit 0»
                      fi
                      sleep 3
                    done
                    host=$(cat HOSTNAME)
                    port=$(cat SESSION_PORT)
                    curl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1
                    echo "HOSTNAME=$host" >> "$OUTPUTS"
                    echo "SESSION_PORT=$port" >> "$OUTPUTS"
              `,
              'early-cancel: any-job-failed': '',
            },
          }),
        ],
        good: [
          sessionExample({
            afterwards: dedent`
              - run: |
                  echo "port $(cat SESSION_PORT)"
                  while true; do
                    if [ -f job.ended ]; then
                      exit 0
                    fi
                    sleep 30
                  done
            `,
          }),
          sessionExample({
            wait: {
              'for attempt in $(seq 100); do': 'while [ ! -f job.started ]; do',
              '[ -f job.started ] && break': '[ -f job.ended ] && exit 1',
              'curl --silent --retry 50 --retry-connrefused --output /dev/null "http://$host:$port" || exit 1':
                'curl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1',
            },
          }),
          sessionExample({
            wait_for_service: {
              '- run: source utils/wait_service.sh': dedent`
                - early-cancel: any-job-failed
                  run: |
                    while [ ! -f job.started ]; do
                      if [ -f job.ended ]; then
                        echo "the job has ended"
                        exit 1
                      fi
                      sleep 3
                    done
                    host=$(cat HOSTNAME)
                    port=$(cat SESSION_PORT)
                    curl --silent --retry 50 --retry-connrefused "http://$host:$port" || exit 1
                    echo "HOSTNAME=$host" >> "$OUTPUTS"
                    echo "SESSION_PORT=$port" >> "$OUTPUTS"
              `,
              'early-cancel: any-job-failed': '',
            },
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (script.role !== 'run' && !isUsedByOthers(script)) return;
    for (const node of context.ask(goodEndsOnFailure, script)) {
      yield {
        message: '"job.ended" is there, so there is no service to wait for, but the wait ends well here',
        at: script.text.spanOf(node.pos, node.end),
        help: 'end with a status other than zero: `exit 1`',
      };
    }
  },
});
