import { usesReference } from '../../analysis/workflow/uses-reference.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A called repository without a branch, tag or commit. */
export const missingRef = defineRule({
  meta: {
    id: 'missing-ref',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A workflow of a repository is called without "@" and a branch, tag or commit.',
      why: 'The platform needs the ref: without it the workflow is refused.',
      fix: 'Write @ and a tag or commit behind the repository.',
      examples: {
        bad: [
          stepsExample`
            - uses: «github/org/repo»
              with:
                $yaml: workflows/tool.yaml
          `,
        ],
        good: [
          stepsExample`
            - uses: github/org/repo@v1.0.0
              with:
                $yaml: workflows/tool.yaml
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    if (step.uses === undefined) return;
    const reference = usesReference(step.uses.value);
    if ((reference.kind !== 'github' && reference.kind !== 'gitlab') || reference.ref !== undefined) return;
    yield {
      message: `"${step.uses.value}" names no branch, tag or commit`,
      at: step.uses.span,
      help: 'write @ and a tag or commit behind it, as @v1.0.0',
    };
  },
});
