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
    page: () => ({
      what: 'The step that waits for the service said that it is ready before it was.',
      why: 'The session is opened on a service that does not answer yet; the user sees an error page.',
      fix: 'Wait until the service answers, as utils/wait_service.sh does, and not only for a file.',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml':
              'sessions:\n  session: {}\njobs:\n  session_runner:\n    steps:\n      - run: |\n          hostname > HOSTNAME\n          pw agent open-port > SESSION_PORT\n          sleep 2\n          exec python3 -m http.server "$(cat SESSION_PORT)"\n  wait_for_service:\n    steps:\n      - name: «Wait»\n        run: "true"\n',
          },
        ],
        good: [
          {
            'workflows/hello/workflow.yaml':
              'sessions:\n  session: {}\njobs:\n  session_runner:\n    steps:\n      - run: |\n          hostname > HOSTNAME\n          pw agent open-port > SESSION_PORT\n          exec python3 -m http.server "$(cat SESSION_PORT)"\n  wait_for_service:\n    steps:\n      - name: Wait\n        run: |\n          until curl -s -o page "http://localhost:$(cat SESSION_PORT)/"; do sleep 0.2; done\n',
          },
        ],
      },
    }),
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
