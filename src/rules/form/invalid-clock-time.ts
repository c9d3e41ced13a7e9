import { attributeOf, literalScalar } from '../../analysis/form/input-attributes.ts';
import { optOutOf } from '../../analysis/form/limits.ts';
import { structureFindings } from '../../analysis/structure/structure.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A time that a duration field cannot read. */
export const invalidClockTime = defineRule({
  meta: {
    id: 'invalid-clock-time',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The default or a limit of a duration is neither a number of seconds nor of the form HH:MM:SS or D-HH:MM:SS.',
      why: 'The field keeps seconds, and refuses MM:SS and numbers below zero.',
      fix: 'Write seconds, as 3600.',
      examples: {
        bad: [
          formExample`
            limit:
              type: duration
              default: «90m»
          `,
          formExample`
            limit:
              type: duration
              max: «30:00»
          `,
          formExample`
            limit:
              type: duration
              default: «-1»
          `,
        ],
        good: [
          formExample`
            limit:
              type: duration
              default: 01:00:00
              max: 2-00
          `,
          formExample`
            limit:
              type: duration
              default: -1
              min: 90
              disableLabel: no limit
              disableValue: -1
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    yield* structureFindings(workflow, 'invalid-clock-time', context);
    for (const input of workflow.form.all) {
      if (input.type?.value !== 'duration') continue;
      for (const name of ['default', 'min', 'max']) {
        const scalar = literalScalar(attributeOf(input, name));
        if (scalar === undefined || typeof scalar.value !== 'number' || scalar.value >= 0) continue;
        if (name === 'default' && scalar.value === optOutOf(input)) continue;
        yield {
          message: `"${name}" is ${scalar.value} seconds, expected at least 0`,
          at: scalar.span,
          help: 'a default that means no limit is the number of "disableValue" beside it',
        };
      }
    }
  },
});
