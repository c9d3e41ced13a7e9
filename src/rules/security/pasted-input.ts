import { otherPlaces, pastedFields } from '../../analysis/shell/pasted-inputs.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** What a user types into the form is pasted between quotes of a shell command. */
export const pastedInput = defineRule({
  meta: {
    id: 'pasted-input',
    group: 'security',
    severity: 'note',
    tier: 'pedantic',
    securitySeverity: 3.5,
    since: '0.1.0',
    page: {
      what: 'The text of a form field is pasted into a shell script between quotes.',
      why: 'Quotes protect only as long as the text has none: a `"` or `$(…)` between double quotes, a `\'` between single ones, and the line means something else.',
      fix: 'Put the text into `env:` of the step and write `"$name"`: the shell never reads it as syntax.',
      examples: {
        bad: [
          stepsExample`
            - run: |
                mkdir -p "«\${{ inputs.folder }}»"
          `,
        ],
        good: [
          stepsExample`
            - env:
                folder: \${{ inputs.folder }}
              run: |
                mkdir -p "$folder"
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    for (const field of pastedFields(workflow, context, 'quoted')) {
      yield {
        message: `"${field.reference}" is pasted into the script: a quote in it changes what runs`,
        at: field.places[0],
        related: otherPlaces(field),
        help: 'put it into "env:" of the step and use it as "$name"',
      };
    }
  },
});
