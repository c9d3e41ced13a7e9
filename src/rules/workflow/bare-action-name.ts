import { actions } from '../../facts/tables/actions.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A built-in action without its prefix. */
export const bareActionName = defineRule({
  meta: {
    id: 'bare-action-name',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A built-in action is named without "parallelworks/".',
      why: 'Older guides write it so; the schema accepts only the whole name.',
      fix: 'Write parallelworks/ in front of it.',
      examples: {
        bad: [
          stepsExample`
            - uses: «checkout»
              with:
                repo: https://github.com/org/repo.git
                branch: v1.0.0
          `,
        ],
        good: [
          stepsExample`
            - uses: parallelworks/checkout
              with:
                repo: https://github.com/org/repo.git
                branch: v1.0.0
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    const action = actions.find((candidate) => candidate.name === `parallelworks/${step.uses?.value}`);
    if (step.uses === undefined || action === undefined) return;
    yield {
      message: `"${step.uses.value}" is no reference, expected "${action.name}"`,
      at: step.uses.span,
      fix: {
        title: `write ${action.name}`,
        safety: 'safe',
        edits: [{ span: step.uses.span, replacement: action.name }],
      },
    };
  },
});
