import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A comment allows a rule that does not exist. The engine itself answers for it, because it alone sees comments used. */
export const allowUnknownRule = defineRule({
  meta: {
    id: 'allow-unknown-rule',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A comment allows a rule that does not exist.',
      why: 'The comment allows nothing: the finding that it was written for is reported all the same.',
      fix: "Correct the rule's name; `pw-workflow-check rules` lists all of them.",
      examples: {
        bad: [
          stepsExample`
            # pw-check: allow «yaml-sintax» -- a slip of the pen
            - run: echo one
          `,
          stepsExample`
            «# pw-check: allow»
            - run: echo one
          `,
        ],
        good: [
          stepsExample`
            - run: echo one
              run: echo two # pw-check: allow yaml-syntax -- kept to show what a doubled key does
          `,
        ],
      },
    },
  },
  on: 'workspace',
  *check() {},
});
