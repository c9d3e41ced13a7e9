import { attributeOf, literalScalar } from '../../analysis/form/input-attributes.ts';
import { clockSeconds } from '../../base/clock-time.ts';
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
      what: 'The default or a limit of a duration is not of the form HH:MM:SS or D-HH:MM:SS.',
      why: 'The field refuses bare numbers and MM:SS.',
      fix: 'Write HH:MM:SS, D-HH, D-HH:MM or D-HH:MM:SS.',
      examples: {
        bad: [
          formExample`
            limit:
              type: duration
              default: «3600»
          `,
          formExample`
            limit:
              type: duration
              max: «30:00»
          `,
        ],
        good: [
          formExample`
            limit:
              type: duration
              default: 01:00:00
              max: 2-00
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    if (input.type?.value !== 'duration') return;
    for (const name of ['default', 'min', 'max']) {
      const scalar = literalScalar(attributeOf(input, name));
      const text = scalar?.text.text ?? '';
      if (scalar === undefined || text === '' || clockSeconds(text) !== undefined) continue;
      yield {
        message: `"${text}" is not a time, expected HH:MM:SS or D-HH:MM:SS`,
        at: scalar.span,
        help: 'one hour is 01:00:00, two days are 2-00',
      };
    }
  },
});
