import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { readsNeed } from '../../analysis/expressions/expressions-within.ts';
import { outputTargets } from '../../analysis/shell/command-output.ts';
import { shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import type { Occurrence } from '../../analysis/shell/shell-occurrences.ts';
import { hasUnknownNeeds, jobsBefore } from '../../analysis/workflow/job-order.ts';
import { dedent } from '../../base/dedent.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** The user is told the address of a session that leads nowhere yet. */
export const sessionAnnouncedEarly = defineRule({
  meta: {
    id: 'session-announced-early',
    group: 'workflow',
    severity: 'note',
    since: '0.1.0',
    page: {
      what: 'A job prints the address of the session without needing the job that updates the session.',
      why: 'The user reads that the session is ready and opens it while it still leads nowhere, or although the service never came up.',
      fix: 'Let the job need the one that updates the session.',
      examples: {
        bad: [
          sessionExample({
            complete: dedent`
              needs: [preprocessing]
              steps:
                - run: |
                    echo "Ready: https://\${PW_PLATFORM_HOST}/me/session/\${PW_USER}/«\${{ sessions.session }}»/"
            `,
          }),
        ],
        good: [
          sessionExample({
            afterwards: dedent`
              - run: |
                  echo "Ready: https://\${PW_PLATFORM_HOST}/me/session/\${PW_USER}/\${{ sessions.session }}/"
            `,
          }),
        ],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    if (pattern === undefined || pattern.updates.length === 0) return;
    const { updates, workflow } = pattern;
    for (const job of workflow.jobs) {
      // Reading the output of a job that is not needed, or not there, is another fault.
      const told = updates.some(
        (update) => update.job !== job && readsNeed(workflow, job.id.value, update.job.id.value),
      );
      if (told || hasUnknownNeeds(job, workflow)) continue;
      const before = jobsBefore(job, workflow);
      for (const step of job.steps) {
        if (step.run === undefined || !/session\//.test(step.run.text.text)) continue;
        const ready = updates.some(
          (update) =>
            before.has(update.job.id.value) || (update.job === job && update.step.index < step.index),
        );
        if (ready) continue;
        const printed = printedAddress(context.ask(shellOccurrences, step.run));
        if (printed === undefined) continue;
        const [update] = updates;
        yield {
          message: `"${job.id.value}" prints the address of the session before it is updated`,
          at: step.run.text.spanOf(printed.start, printed.end),
          help: `add "needs: [${update?.job.id.value}]" to "${job.id.value}"`,
        };
        break;
      }
    }
  },
});

/** The name of a session that is printed into the log as a part of an address, directly or by way of a variable. */
function printedAddress(occurrences: readonly Occurrence[]): Occurrence | undefined {
  const holding = new Map<string, Occurrence>();
  for (const occurrence of occurrences) {
    const { hole, variable, assigned, command } = occurrence;
    const expression = hole?.site.expression;
    const isSession = expression?.kind === 'path' && expression.root === 'sessions';
    const source =
      isSession && /session\//.test(occurrence.word.text) ? occurrence : holding.get(variable ?? '');
    if (source === undefined) continue;
    if (assigned !== undefined) holding.set(assigned, source);
    if (command === undefined || (command.program !== 'echo' && command.program !== 'printf')) continue;
    if (outputTargets(command).every((target) => target.kind === 'log')) return source;
  }
  return undefined;
}
