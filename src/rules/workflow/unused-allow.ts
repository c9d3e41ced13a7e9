import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A comment allows a rule that finds nothing on its lines. The engine itself answers for it, because it alone sees comments used. */
export const unusedAllow = defineRule({
  meta: {
    id: 'unused-allow',
    group: 'workflow',
    severity: 'note',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A comment allows a rule that finds nothing on its lines.',
      why: 'The comment outlived its reason; it would hide the next finding of the rule there.',
      fix: 'Remove the rule from the comment.',
      examples: {
        bad: [
          stepsExample`
            # pw-check: allow «yaml-syntax» -- no longer needed
            - run: echo one
          `,
          stepsExample`
            - run: |
                # pw-check: allow «malformed-expression» -- no longer needed
                echo one
          `,
        ],
        good: [
          stepsExample`
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
