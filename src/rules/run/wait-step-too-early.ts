import { dedent } from '../../base/dedent.ts';
import { runningSessionExample } from '../examples/running-session-example.ts';
import { defineRule } from '../rule.ts';

/** By how much two looks at the same service may differ, in milliseconds. */
const toleranceMs = 100;

/** The workflow's wait step said that the service is ready before it was. */
export const waitStepTooEarly = defineRule({
  meta: {
    id: 'wait-step-too-early',
    group: 'run',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The step that waits for the service said that it is ready before it was.',
      why: 'The session is opened on a service that does not answer yet; the user sees an error page.',
      fix: 'Wait until the service answers, as utils/wait_service.sh does, and not only for a file.',
      examples: {
        bad: [
          runningSessionExample({
            delay: 'sleep 2',
            waiting: dedent`
              - name: «Wait»
                run: "true"
            `,
          }),
        ],
        good: [
          runningSessionExample({
            waiting: dedent`
              - name: Wait
                run: |
                  until curl -s -o page "http://localhost:$(cat SESSION_PORT)/"; do sleep 0.2; done
            `,
          }),
        ],
      },
    },
  },
  on: 'run',
  *check({ record }) {
    const { wait, readyMs } = record;
    if (wait?.said !== 'ready' || wait.atMs === undefined || readyMs === undefined) return;
    const early = (wait.notReadyAtMs ?? 0) - wait.atMs;
    if (early <= toleranceMs) return;
    yield {
      message: `job "${wait.job}" said that the service is ready ${(early / 1000).toFixed(1)} s before it was`,
      at: wait.at,
      help: 'wait until the service answers on its port',
    };
  },
});
