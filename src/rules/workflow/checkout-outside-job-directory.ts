import { literalScalar } from '../../analysis/form/input-attributes.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A checkout into a folder outside the job directory. */
export const checkoutOutsideJobDirectory = defineRule({
  meta: {
    id: 'checkout-outside-job-directory',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'The "path" of a checkout is absolute, starts in the home directory, or leads upwards.',
      why: 'The path is one inside the job directory; elsewhere the files are not where later steps look, or replace what other runs use.',
      fix: 'Write a path relative to the job directory.',
      examples: {
        bad: [
          stepsExample`
            - uses: parallelworks/checkout
              with:
                repo: https://github.com/org/repo.git
                branch: v1.0.0
                path: «/tmp/repo»
          `,
        ],
        good: [
          stepsExample`
            - uses: parallelworks/checkout
              with:
                repo: https://github.com/org/repo.git
                branch: v1.0.0
                path: repo
          `,
        ],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    if (step.uses?.value !== 'parallelworks/checkout') return;
    const scalar = literalScalar(valueAt(step.with, 'path'));
    if (scalar === undefined || !/^(\/|~|\.\.(\/|$))/.test(scalar.text.text)) return;
    yield {
      message: `"${scalar.text.text}" is outside the job directory, expected a path inside it`,
      at: scalar.span,
      help: 'write a path without a leading "/" and without ".."',
    };
  },
});
