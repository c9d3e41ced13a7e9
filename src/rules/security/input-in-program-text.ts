import { otherPlaces, pastedFields } from '../../analysis/shell/pasted-inputs.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** What a user types into the form becomes part of a Python, Perl, R or JavaScript program. */
export const inputInProgramText = defineRule({
  meta: {
    id: 'input-in-program-text',
    group: 'security',
    severity: 'note',
    securitySeverity: 6.3,
    since: '0.1.0',
    page: {
      what: 'The text of a form field is pasted into the text of a program.',
      why: 'A quote, a backslash or a line break in the field ends the string that it stands in: the program does not compile, or does something else.',
      fix: 'Hand the text over in `env:` and read it with `os.environ`, or pass it as an argument.',
      examples: {
        bad: [
          stepsExample`
            - run: |
                python3 -c "print('«\${{ inputs.title }}»'.upper())"
          `,
        ],
        good: [
          stepsExample`
            - env:
                TITLE: \${{ inputs.title }}
              run: |
                python3 -c "import os; print(os.environ['TITLE'].upper())"
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    for (const field of pastedFields(workflow, context, 'program')) {
      yield {
        message: `"${field.reference}" is pasted into the text of a ${field.danger.language} program`,
        at: field.places[0],
        related: otherPlaces(field),
        help: 'hand it over in "env:" and read it from the environment, so that quotes in it do no harm',
      };
    }
  },
});
