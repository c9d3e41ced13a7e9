import { nearestUses } from '../../analysis/workflow/nearest-uses.ts';
import { usesReference } from '../../analysis/workflow/uses-reference.ts';
import { actions } from '../../facts/tables/actions.ts';
import { defineRule } from '../rule.ts';

/** An action that the platform does not have. */
export const unknownAction = defineRule({
  meta: {
    id: 'unknown-action',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: () => ({
      what: 'A step uses "parallelworks/" with a name that is none of the built-in actions.',
      why: 'The platform refuses the workflow.',
      fix: 'Use one of the built-in actions in docs/reference/actions.md.',
      examples: {
        bad: [
          'jobs:\n  main:\n    steps:\n      - uses: «parallelworks/chekout»\n        with:\n          repo: https://github.com/org/repo.git\n          branch: v1.0.0\n',
          'jobs:\n  main:\n    steps:\n      - uses: «parallelworks/job_runner»\n        with:\n          resource: ${{ inputs.resource }}\non:\n  execute:\n    inputs:\n      resource:\n        type: compute-clusters\n',
        ],
        good: [
          'jobs:\n  main:\n    steps:\n      - uses: parallelworks/checkout\n        with:\n          repo: https://github.com/org/repo.git\n          branch: v1.0.0\n',
        ],
      },
    }),
  },
  on: 'step',
  *check({ step }) {
    if (step.uses === undefined) return;
    const reference = usesReference(step.uses.value);
    const names: readonly string[] = actions.map((action) => action.name);
    if (reference.kind !== 'action' || names.includes(reference.name)) return;
    const near = nearestUses(reference.name);
    yield {
      message: `the platform has no action "${reference.name}"`,
      at: step.uses.span,
      help: near === undefined ? `it has ${names.join(', ')}` : `did you mean "${near}"?`,
      ...(near !== undefined && {
        fix: {
          title: `change it to ${near}`,
          safety: 'unsafe' as const,
          edits: [{ span: step.uses.span, replacement: near }] as const,
        },
      }),
    };
  },
});
