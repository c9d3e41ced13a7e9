import { unbroughtFiles } from '../../analysis/workflow/unbrought-files.ts';
import { dedent } from '../../base/dedent.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { WorkflowFile } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import { checkoutExample } from '../examples/checkout-example.ts';
import { defineRule } from '../rule.ts';

/** A path to check out that the repository does not have. */
export const unknownSparsePath = defineRule({
  meta: {
    id: 'unknown-sparse-path',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A sparse checkout of this repository names a path that is not in it.',
      why: 'The folder is then missing in the job directory, and the steps that use it fail on the cluster.',
      fix: 'Correct the path; it starts at the top of the repository.',
      examples: {
        bad: [
          checkoutExample({
            '- tools': dedent`
              - «tool»
              - tools
            `,
          }),
          checkoutExample({ '- tools': '- «tool»' }),
        ],
        good: [checkoutExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    for (const { path, span, tree, near, needed } of context.ask(unbroughtFiles, file).missing) {
      const isNeeded = needed.length > 0;
      yield {
        message: `this repository has no "${path}"`,
        at: span,
        // another branch or tag than the main one may hold it, but what is needed is then still not brought
        severity: isNeeded ? 'error' : tree === 'another' ? 'note' : undefined,
        related: needed.map((use) => ({ span: use.span, text: `"${use.path}" is not brought` })),
        ...didYouMean(textIn(file, span) === path ? span : undefined, near, {
          otherwise: 'the path starts at the top of the repository',
        }),
      };
    }
  },
});

function textIn({ source }: WorkflowFile, { start, end }: Span): string {
  return source.text.slice(start, end);
}
