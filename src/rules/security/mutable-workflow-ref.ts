import { ownRepositories } from '../../analysis/workflow/own-repositories.ts';
import { usesReference } from '../../analysis/workflow/uses-reference.ts';
import { movingRefs } from '../../facts/tables/branch-names.ts';
import { callExample } from '../examples/call-example.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A workflow of another repository is called at a branch. */
export const mutableWorkflowRef = defineRule({
  meta: {
    id: 'mutable-workflow-ref',
    group: 'security',
    severity: 'note',
    securitySeverity: 4.8,
    since: '0.1.0',
    page: {
      what: 'A workflow of another repository is called at a branch instead of a tag or commit.',
      why: 'Each run takes what the branch holds at that moment, with all the permissions of the run: a change there changes or breaks this workflow.',
      fix: 'Name a tag or, better, a commit behind the `@`.',
      examples: {
        bad: [
          stepsExample`- uses: github/org/repo«@main»`,
          stepsExample`
            - uses: github/org/repo«@canary»
            - uses: github/org/repo@canary
          `,
        ],
        good: [
          stepsExample`- uses: github/org/repo@v1.4.0`,
          callExample({ '- uses: github/org/repo@v1.0.0': '- uses: github/org/repo@canary' }),
          callExample({ '- uses: github/org/repo@v1.0.0': '- uses: github/Org/Repo@main' }),
        ],
      },
    },
  },
  on: 'step',
  *check({ step }, context) {
    const { uses } = step;
    const reference = usesReference(uses?.value ?? '');
    if (uses === undefined || (reference.kind !== 'github' && reference.kind !== 'gitlab')) return;
    const { repository, ref } = reference;
    if (ref === undefined || !movingRefs.has(ref.toLowerCase())) return;
    // what it calls of itself moves with it
    const own = context.ask(ownRepositories, context.workspace);
    if ([...own].some((name) => `${repository.toLowerCase()}/`.startsWith(`${name}/`))) return;
    yield {
      message: `"${ref}" is a branch: each run takes whatever it holds then`,
      at: { ...uses.span, start: uses.span.end - ref.length - 1 },
      fault: `${repository}@${ref}`,
      help: 'name a tag or a commit behind the "@"',
    };
  },
});
