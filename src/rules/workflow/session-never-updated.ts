import { referencesOf } from '../../analysis/expressions/references.ts';
import type { Workflow } from '../../model/workflow.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A session that no step updates. */
export const sessionNeverUpdated = defineRule({
  meta: {
    id: 'session-never-updated',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A session is declared, and no step gives it to update-session or to a workflow that it calls.',
      why: 'The session stays pending: its page never opens.',
      fix: 'Update it with parallelworks/update-session when the service answers, or remove it.',
      examples: {
        bad: [
          workflowExample`
            sessions:
              session:
              «desktop»:
                redirect: true
            steps:
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  target: user-workspace
                  remotePort: 8080
          `,
        ],
        good: [
          workflowExample`
            sessions:
              session:
                redirect: true
            steps:
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.session }}
                  target: user-workspace
                  remotePort: 8080
          `,
          workflowExample`
            sessions:
              session:
            steps:
              - uses: marketplace/session_runner/v1.4
                with:
                  session: \${{ sessions.session }}
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    const given = new Set<string>();
    const named = new Set<string>();
    for (const { root, segments, site } of context.ask(referencesOf, workflow)) {
      const [first] = segments;
      if (root !== 'sessions') continue;
      // a context that is read as a whole, or computed, may be any of them
      if (first?.kind !== 'name') return;
      named.add(first.name);
      const { place } = site;
      if (place.kind !== 'step' || place.key === 'with' || mayUpdate(place.step.run?.text.text))
        given.add(first.name);
    }
    // a name that is not declared is told by another rule, and may be the misspelt one
    const declared = new Set(workflow.sessions.map((session) => session.name.value));
    if ([...named].some((name) => !declared.has(name))) return;
    const literal = context.ask(literalSessionNames, workflow);
    for (const session of workflow.sessions) {
      // the name as plain text is told by another rule
      if (given.has(session.name.value) || literal.has(session.name.value)) continue;
      yield {
        message: `no step updates the session "${session.name.value}"`,
        at: session.name.span,
        help: `give \${{ sessions.${session.name.value} }} to parallelworks/update-session as "name", or remove the session`,
      };
    }
  },
});

/** The names that update-session gets as plain text. */
function literalSessionNames(workflow: Workflow): ReadonlySet<string> {
  const updates = workflow.jobs
    .flatMap((job) => job.steps)
    .filter((step) => step.uses?.value === 'parallelworks/update-session');
  return new Set(updates.map((step) => textOf(valueAt(step.with, 'name')) ?? ''));
}

/** Whether a script may announce a session by itself, or hand its name to something that does. */
function mayUpdate(script: string | undefined): boolean {
  return script !== undefined && />|<<|\bpw\s|\bcurl\b|\bexport\b/.test(script);
}
