import { literalScalar } from '../../analysis/form/input-attributes.ts';
import { writtenLike } from '../../analysis/structure/written-scalar.ts';
import { suggest } from '../../base/suggest.ts';
import { pairOf, valueAt } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** A job to cancel that does not exist. */
export const unknownCancelledJob = defineRule({
  meta: {
    id: 'unknown-cancelled-job',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: () => ({
      what: 'cancel-jobs names a job that the workflow does not have.',
      why: 'Nothing is cancelled; what was to be ended runs on, and the run never ends.',
      fix: 'Name a job of the workflow.',
      examples: {
        bad: [
          "permissions: ['*']\njobs:\n  main:\n    steps:\n      - uses: parallelworks/cancel-jobs\n        with:\n          jobs:\n            - «steam_output»\n  stream_output:\n    steps:\n      - run: tail -f output\n",
        ],
        good: [
          "permissions: ['*']\njobs:\n  main:\n    steps:\n      - uses: parallelworks/cancel-jobs\n        with:\n          jobs:\n            - stream_output\n  stream_output:\n    steps:\n      - run: tail -f output\n",
          "permissions: ['*']\njobs:\n  main:\n    steps:\n      - uses: parallelworks/cancel-jobs\n        with:\n          slug: ${{ inputs.slug }}\n          jobs: [elsewhere]\non:\n  execute:\n    inputs:\n      slug:\n        type: string\n        default: ''\n",
        ],
      },
    }),
  },
  on: 'step',
  *check({ step, workflow }) {
    if (step.uses?.value !== 'parallelworks/cancel-jobs') return;
    if (['slug', 'run', 'workflow'].some((key) => pairOf(step.with, key) !== undefined)) return;
    const jobs = valueAt(step.with, 'jobs');
    const names = workflow.jobs.map((job) => job.id.value);
    for (const item of jobs?.kind === 'sequence' ? jobs.items : []) {
      const scalar = literalScalar(item);
      const name = scalar?.text.text;
      // instances of a matrix job are called NAME-0, NAME-1 and so on
      if (scalar === undefined || name === undefined || names.includes(name.replace(/-\d+$/, ''))) continue;
      if (names.includes(name)) continue;
      const near = suggest(name, names);
      yield {
        message: `the workflow has no job "${name}" to cancel`,
        at: scalar.span,
        help: near === undefined ? `it has ${names.join(', ')}` : `did you mean "${near}"?`,
        ...(near !== undefined && {
          fix: {
            title: `change it to ${near}`,
            safety: 'unsafe' as const,
            edits: [{ span: scalar.span, replacement: writtenLike(scalar, near, workflow.root) }] as const,
          },
        }),
      };
    }
  },
});
