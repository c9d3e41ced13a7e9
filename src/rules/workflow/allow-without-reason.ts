import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A comment allows a rule and does not say why. The engine itself answers for it, because it alone sees comments used. */
export const allowWithoutReason = defineRule({
  meta: {
    id: 'allow-without-reason',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A comment allows a rule and does not say why.',
      why: 'Whoever reads the line later cannot tell a considered exception from a fault that was silenced.',
      fix: 'Add the reason at the end of the comment: `# pw-check: allow RULE -- reason`.',
      examples: {
        bad: [
          workflowExample`
            on: {}
            steps:
              - run: echo one
                «# pw-check: allow yaml-syntax»
                run: echo two
          `,
        ],
        good: [
          workflowExample`
            on: {}
            steps:
              - run: echo one
                # pw-check: allow yaml-syntax -- kept to show what a doubled key does
                run: echo two
          `,
        ],
      },
    },
  },
  on: 'workspace',
  *check() {},
});
