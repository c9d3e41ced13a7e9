import { calledVariant } from '../../analysis/form/called-variant.ts';
import { andList } from '../../analysis/structure/shape-words.ts';
import { writtenLike } from '../../analysis/structure/written-scalar.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Two variants of a workflow, one of which takes an account. */
const variants = {
  'tools/general.yaml': workflowExample`
    steps:
      - run: echo "\${{ inputs.size }}"
    inputs:
      size:
        type: number
        default: 1
  `,
  'tools/site.yaml': workflowExample`
    steps:
      - run: echo "\${{ inputs.account }}"
    inputs:
      account:
        type: string
  `,
};

/** A call of one variant of a workflow with the inputs of another. */
export const otherVariantCalled = defineRule({
  meta: {
    id: 'other-variant-called',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A step passes inputs that the called file does not know, and another file beside it declares them.',
      why: 'The platform passes them silently, and nothing happens with them: the step was written for the other variant.',
      fix: 'Name the other file in "$yaml", or pass what the called one declares.',
      examples: {
        bad: [
          {
            'workflows/plot/workflow.yaml': stepsExample`
              - uses: github/org/repo@v1.0.0
                with:
                  $yaml: «tools/general.yaml»
                  account: lab
            `,
            ...variants,
          },
        ],
        good: [
          {
            'workflows/plot/workflow.yaml': stepsExample`
              - uses: github/org/repo@v1.0.0
                with:
                  $yaml: tools/site.yaml
                  account: lab
            `,
            ...variants,
          },
        ],
      },
    },
  },
  on: 'step',
  *check({ step, workflow }, context) {
    const variant = context.ask(calledVariant, step);
    if (variant === undefined || step.uses === undefined) return;
    const { called, meant, inputs } = variant;
    const names = andList(inputs.map((name) => `"${name}"`));
    const written = valueAt(step.with, '$yaml');
    yield {
      message: `"${called}" has no input ${names}, and "${meant}" has`,
      at: written?.span ?? step.uses.span,
      help: `call "${meant}", or pass what "${called}" declares`,
      fix:
        written?.kind === 'scalar'
          ? {
              title: `call ${meant}`,
              safety: 'unsafe',
              edits: [{ span: written.span, replacement: writtenLike(written, meant, workflow.root) }],
            }
          : undefined,
    };
  },
});
