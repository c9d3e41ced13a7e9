import { otherPlaces, pastedFields } from '../../analysis/shell/pasted-inputs.ts';
import { plural } from '../../base/plural.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** What a user types into the form stands bare in a shell command. */
export const unquotedInput = defineRule({
  meta: {
    id: 'unquoted-input',
    group: 'security',
    severity: 'note',
    securitySeverity: 5,
    since: '0.1.0',
    page: {
      what: 'The text of a form field stands in a shell command without quotes.',
      why: 'The text is put in before the shell reads the line: a blank splits it, and `;`, `&`, `#`, `$(…)` and brackets are taken as syntax.',
      fix: 'Put the text into `env:` of the step and write `"$name"`; at the least, put it in single quotes.',
      examples: {
        bad: [
          stepsExample`
            - run: |
                mkdir -p «\${{ inputs.folder }}»
          `,
        ],
        good: [
          stepsExample`
            - run: |
                module load openmpi/\${{ inputs.mpi_version }}
          `,
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
    const [first, ...others] = pastedFields(workflow, context, 'unquoted');
    if (first === undefined) return;
    // One note is enough: the remedy is the same everywhere.
    yield {
      message:
        others.length === 0
          ? `"${first.reference}" is a free text and stands here without quotes`
          : `"${first.reference}" and ${plural(others.length, 'more free text', 'more free texts')} stand without quotes`,
      at: first.places[0],
      related: [
        ...otherPlaces(first),
        ...others.map(({ reference, places }) => ({ span: places[0], text: `and "${reference}" here` })),
      ],
      help: 'put it into "env:" of the step and use it as "$name"',
    };
  },
});
