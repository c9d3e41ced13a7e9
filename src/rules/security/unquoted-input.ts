import { otherPlaces, pastedFields } from '../../analysis/pasted-inputs.ts';
import { defineRule } from '../rule.ts';

/** What a user types into the form stands bare in a shell command. */
export const unquotedInput = defineRule({
  meta: {
    id: 'unquoted-input',
    group: 'security',
    severity: 'note',
    securitySeverity: 5,
    since: '0.1.0',
    what: 'The text of a form field stands in a shell command without quotes.',
    why: 'The text is put in before the shell reads the line: a blank splits it, and `;`, `&`, `#`, `$(…)` and brackets are taken as syntax.',
    fix: 'Put the text into `env:` of the step and write `"$name"`; at the least, put it in single quotes.',
    examples: {
      bad: [
        `jobs:
  main:
    steps:
      - run: |
          mkdir -p «\${{ inputs.folder }}»
'on':
  execute:
    inputs:
      folder:
        type: string
`,
      ],
      good: [
        `jobs:
  main:
    steps:
      - env:
          folder: \${{ inputs.folder }}
        run: |
          mkdir -p "$folder"
'on':
  execute:
    inputs:
      folder:
        type: string
`,
      ],
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    for (const field of pastedFields(workflow, context, 'unquoted')) {
      yield {
        message: `"${field.reference}" is a free text and stands here without quotes`,
        at: field.places[0],
        related: otherPlaces(field),
        help: 'put it into "env:" of the step and use it as "$name"',
      };
    }
  },
});
