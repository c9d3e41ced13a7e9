import { writtenLike } from '../../analysis/structure/written-scalar.ts';
import { suggest } from '../../base/suggest.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A session is named by its key instead of by its unique name. */
export const literalSessionName = defineRule({
  meta: {
    id: 'literal-session-name',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: '`update-session` gets the name of a session as plain text, which is its key or names none.',
      why: 'Sessions have a name of their own in each run, made of the workflow, the number of the run and the key. The plain key names none.',
      fix: 'Write `${{ sessions.NAME }}`.',
      examples: {
        bad: [
          workflowExample`
            sessions:
              desktop:
                redirect: true
            steps:
              - uses: parallelworks/update-session
                with:
                  name: «desktop»
                  target: \${{ inputs.resource.id }}
                  remotePort: 8080
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.desktop }}
                  status: running
            inputs:
              resource:
                type: compute-clusters
          `,
          workflowExample`
            sessions:
              desktop:
                redirect: true
            steps:
              - uses: parallelworks/update-session
                with:
                  name: «desk»
                  target: \${{ inputs.resource.id }}
                  remotePort: 8080
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.desktop }}
                  status: running
            inputs:
              resource:
                type: compute-clusters
          `,
        ],
        good: [
          workflowExample`
            sessions:
              desktop:
                redirect: true
            steps:
              - uses: parallelworks/update-session
                with:
                  name: \${{ sessions.desktop }}
                  target: \${{ inputs.resource.id }}
                  remotePort: 8080
            inputs:
              resource:
                type: compute-clusters
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step, workflow, file }) {
    if (step.uses?.value !== 'parallelworks/update-session') return;
    const name = valueAt(step.with, 'name');
    const text = textOf(name);
    if (name?.kind !== 'scalar' || text === undefined || workflow.sessions.length === 0) return;
    const keys = workflow.sessions.map((session) => session.name.value);
    if (!keys.includes(text)) {
      // a session that a step makes has the name that it says there
      if (!/^[\w-]+$/.test(text) || /\bsessions\s+create\b/.test(file.source.text)) return;
      const near = suggest(text, keys) ?? (keys.length === 1 ? keys[0] : undefined);
      yield {
        message: `"${text}" is the name of no session of this run`,
        at: name.span,
        help:
          near === undefined
            ? `the sessions are ${keys.join(', ')}`
            : `did you mean \${{ sessions.${near} }}?`,
      };
      return;
    }
    const replacement = `\${{ sessions.${text} }}`;
    yield {
      message: `"${text}" is the key of a session, not its name in this run`,
      at: name.span,
      help: `write ${replacement}`,
      fix: {
        title: `Write ${replacement}`,
        safety: 'safe',
        edits: [{ span: name.span, replacement: writtenLike(name, replacement, workflow.root) }],
      },
    };
  },
});
