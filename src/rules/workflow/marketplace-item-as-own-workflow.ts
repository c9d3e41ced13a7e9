import { usesReference } from '../../analysis/workflow/uses-reference.ts';
import { calledWorkflowOf } from '../../facts/called-workflows.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An item of the marketplace called as an own workflow. */
export const marketplaceItemAsOwnWorkflow = defineRule({
  meta: {
    id: 'marketplace-item-as-own-workflow',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A step calls a published workflow with "workflow/", which names workflows of the own account.',
      why: 'The platform looks among the workflows of the account and finds none.',
      fix: 'Write marketplace/ instead of workflow/.',
      examples: {
        bad: [
          stepsExample`
            - uses: «workflow/job_runner/v4.0»
              with:
                resource: \${{ inputs.resource }}
          `,
        ],
        good: [stepsExample`- uses: workflow/my_runner`],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    if (step.uses === undefined) return;
    const reference = usesReference(step.uses.value);
    if (reference.kind !== 'workflow') return;
    const meant = `marketplace/${reference.name}`;
    if (calledWorkflowOf(meant) === undefined) return;
    yield {
      message: `"${step.uses.value}" names a workflow of the own account, expected "${meant}"`,
      at: step.uses.span,
      fix: {
        title: `write ${meant}`,
        safety: 'unsafe',
        edits: [{ span: step.uses.span, replacement: meant }],
      },
    };
  },
});
