import { isJobRunner, stepsOf } from '../../analysis/contract/session-pattern.ts';
import { forwardsPorts } from '../../analysis/workflow/side-channels.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

// The script announces its port in the file from which a session learns it.
const announcesPort = /^[^#\n]*>\s*["']?([^\s"']*\/)?SESSION_PORT\b/m;

/** A service is started for a session, but there is no session. */
export const missingSession = defineRule({
  meta: {
    id: 'missing-session',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: '`start.sh` announces a port in `SESSION_PORT`, but the workflow declares no session.',
      why: 'The service runs, but the platform opens no way to it.',
      fix: 'Declare a session at the top of the workflow, and update it with `parallelworks/update-session`.',
      examples: {
        bad: [
          sessionExample({
            sessions: '',
            without: ['wait_for_service', 'update_session'],
            session_runner: {
              '- uses: marketplace/job_runner/v4.0': '- uses: «marketplace/job_runner/v4.0»',
            },
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const { workflow, scripts } = file;
    const start = scripts.find((script) => script.role === 'start');
    if (workflow === undefined || start === undefined || workflow.sessions.length > 0) return;
    if (!announcesPort.test(start.text.text)) return;
    const steps = stepsOf(workflow);
    const runner = steps.find(({ step }) => isJobRunner(step))?.step.uses;
    // The caller of a subworkflow may have the session, and another action may register the service.
    const known = steps.every(
      ({ step }) =>
        step.uses === undefined || isJobRunner(step) || step.uses.value === 'parallelworks/checkout',
    );
    const given = workflow.form.inputs.some(({ name }) => /session/i.test(name.value));
    const registers = [...workflow.scripts, ...scripts].some(({ text }) =>
      /\bpw\s+(endpoints?|sessions?)\b/.test(text.text),
    );
    if (runner === undefined || !known || given || registers || forwardsPorts(file, context)) return;
    yield {
      message: `"${start.path}" announces a port in SESSION_PORT, but the workflow declares no session`,
      at: runner.span,
      help: 'add "sessions: {session: {redirect: true}}" at the top, and a job that updates it when the service answers',
    };
  },
});
