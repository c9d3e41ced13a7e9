import { calledFile } from '../../analysis/form/called-form.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const branches = /@(main|master|develop|development|dev|trunk|head|latest|stable|next|edge|nightly)$/i;

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
        bad: [stepsExample`- uses: github/org/repo«@main»`],
        good: [stepsExample`- uses: github/org/repo@v1.4.0`],
      },
    },
  },
  on: 'step',
  *check({ step }, context) {
    const { uses } = step;
    if (uses === undefined || !/^git(hub|lab)\/[^/@]+\/[^@]+@/.test(uses.value)) return;
    const ref = branches.exec(uses.value)?.[0];
    if (ref === undefined) return;
    // what stands here comes with the branch that it stands on
    if (calledFile(step, context) !== undefined) return;
    yield {
      message: `"${ref.slice(1)}" is a branch: each run takes whatever it holds then`,
      at: { ...uses.span, start: uses.span.end - ref.length },
      help: 'name a tag or a commit behind the "@"',
    };
  },
});
