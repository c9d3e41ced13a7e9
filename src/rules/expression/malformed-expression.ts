import { defineRule } from '../rule.ts';

/** An expression that cannot be read. */
export const malformedExpression = defineRule({
  meta: {
    id: 'malformed-expression',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: () => ({
      what: 'What stands between `${{` and `}}` is no expression of the workflow language.',
      why: 'The platform refuses the workflow, or pastes the text as it stands.',
      fix: 'Write paths such as `inputs.name`, values in quotes, and operators such as `==`, `&&`, `||`, `? :` between them.',
      examples: {
        bad: [
          'jobs:\n  main:\n    steps:\n      - if: ${{ inputs.mode «==» }}\n        run: date\n"on":\n  execute:\n    inputs:\n      mode:\n        type: string\n',
          'jobs:\n  main:\n    steps:\n      - if: ${{ inputs.fast «and» inputs.cheap }}\n        run: date\n"on":\n  execute:\n    inputs:\n      fast:\n        type: boolean\n      cheap:\n        type: boolean\n',
          'jobs:\n  main:\n    steps:\n      - if: «${{ inputs.fast }»\n        run: date\n"on":\n  execute:\n    inputs:\n      fast:\n        type: boolean\n',
        ],
        good: [
          'jobs:\n  main:\n    steps:\n      - if: ${{ inputs.mode == fast }}\n        run: date\n"on":\n  execute:\n    inputs:\n      mode:\n        type: string\n',
        ],
      },
    }),
  },
  on: 'expression',
  *check({ site }) {
    yield* site.faults;
  },
});
