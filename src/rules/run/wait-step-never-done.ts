import { dedent } from '../../base/dedent.ts';
import { runningSessionExample } from '../examples/running-session-example.ts';
import { defineRule } from '../rule.ts';

/** The workflow's wait step did not notice that the service was ready. */
export const waitStepNeverDone = defineRule({
  meta: {
    id: 'wait-step-never-done',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The service was ready, and the step that waits for it did not notice.',
      why: 'The session stays pending for a user although the service is there.',
      fix: 'Let the step ask the service at the address that HOSTNAME and SESSION_PORT give, and read them again when they change.',
      examples: {
        bad: [
          runningSessionExample({
            waiting: dedent`
              - name: «Wait»
                run: while [ ! -f started ]; do sleep 1; done
            `,
          }),
        ],
        good: [
          runningSessionExample({
            waiting: dedent`
              - name: Wait
                run: until curl -s -o page "http://localhost:$(cat SESSION_PORT)/"; do sleep 0.2; done
            `,
          }),
        ],
      },
    },
  },
  on: 'run',
  *check({ record }) {
    const { wait } = record;
    if (record.outcome === 'skipped' || wait?.said !== 'nothing' || record.readyMs === undefined) return;
    if (record.failure !== undefined && !/^(?:left-|timeout$)/.test(record.failure.cause)) return;
    yield {
      message: `job "${wait.job}" had not noticed that the service was ready when the run was stopped`,
      at: wait.at,
      help: 'see in its output what it was waiting for',
    };
  },
});
