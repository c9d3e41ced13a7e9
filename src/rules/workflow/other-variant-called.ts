import { calledVariant } from '../../analysis/form/called-variant.ts';
import { andList } from '../../analysis/structure/shape-words.ts';
import { writtenLike } from '../../analysis/structure/written-scalar.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** A call of one variant of a workflow with the inputs of another. */
export const otherVariantCalled = defineRule({
  meta: {
    id: 'other-variant-called',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: () => ({
      what: 'A step passes inputs that the called file does not know, and another file beside it declares them.',
      why: 'The platform passes them silently, and nothing happens with them: the step was written for the other variant.',
      fix: 'Name the other file in "$yaml", or pass what the called one declares.',
      examples: {
        bad: [
          {
            'workflows/plot/workflow.yaml':
              'jobs:\n  main:\n    steps:\n      - uses: github/org/repo@v1.0.0\n        with:\n          $yaml: «tools/general.yaml»\n          account: lab\n',
            'tools/general.yaml':
              'jobs:\n  main:\n    steps:\n      - run: echo "${{ inputs.size }}"\non:\n  execute:\n    inputs:\n      size:\n        type: number\n        default: 1\n',
            'tools/site.yaml':
              'jobs:\n  main:\n    steps:\n      - run: echo "${{ inputs.account }}"\non:\n  execute:\n    inputs:\n      account:\n        type: string\n',
          },
        ],
        good: [
          {
            'workflows/plot/workflow.yaml':
              'jobs:\n  main:\n    steps:\n      - uses: github/org/repo@v1.0.0\n        with:\n          $yaml: tools/site.yaml\n          account: lab\n',
            'tools/general.yaml':
              'jobs:\n  main:\n    steps:\n      - run: echo "${{ inputs.size }}"\non:\n  execute:\n    inputs:\n      size:\n        type: number\n        default: 1\n',
            'tools/site.yaml':
              'jobs:\n  main:\n    steps:\n      - run: echo "${{ inputs.account }}"\non:\n  execute:\n    inputs:\n      account:\n        type: string\n',
          },
        ],
      },
    }),
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
