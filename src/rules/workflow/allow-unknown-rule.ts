import { defineRule } from '../rule.ts';

/** A comment allows a rule that does not exist. The engine itself answers for it, because it alone sees comments used. */
export const allowUnknownRule = defineRule({
  meta: {
    id: 'allow-unknown-rule',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'A comment allows a rule that does not exist.',
      why: 'The comment allows nothing: the finding that it was written for is reported all the same.',
      fix: "Correct the rule's name; `pw-workflow-check rules` lists all of them.",
      examples: {
        bad: [
          'jobs:\n  main:\n    steps:\n      # pw-check: allow «yaml-sintax» -- a slip of the pen\n      - run: echo one\n',
          'jobs:\n  main:\n    steps:\n      «# pw-check: allow»\n      - run: echo one\n',
        ],
        good: [
          'jobs:\n  main:\n    steps:\n      - run: echo one\n        run: echo two # pw-check: allow yaml-syntax -- kept to show what a doubled key does\n',
        ],
      },
    }),
  },
  on: 'workspace',
  *check() {},
});
