import { otherPlaces, pastedFields } from '../../analysis/shell/pasted-inputs.ts';
import { plural } from '../../base/plural.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** What a user types into the form is run as a command. */
export const inputInEval = defineRule({
  meta: {
    id: 'input-in-eval',
    group: 'security',
    severity: 'warning',
    securitySeverity: 7.3,
    since: '0.1.0',
    page: {
      what: 'The text of a form field is put into the words of `eval`, `bash -c` or the like.',
      why: 'The shell reads the text as a program: a `;`, a `$(…)` or a blank in it changes what runs. Quotes do not help, they are taken off before.',
      fix: 'Hand the text over in `env:`, and expand what is needed by other means: `${path/#\\~/$HOME}` for a leading `~`.',
      examples: {
        bad: [
          stepsExample`
            - run: |
                work=$(eval echo '«\${{ inputs.work }}»')
                cd "$work" && ls
          `,
        ],
        good: [
          stepsExample`
            - env:
                work: \${{ inputs.work }}
              run: |
                cd "\${work/#\~/$HOME}" && ls
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }, context) {
    const [first, ...others] = pastedFields(workflow, context, 'shell');
    if (first === undefined) return;
    const more = others.length === 0 ? '' : ` and into ${plural(others.length, 'more field')}`;
    yield {
      message: `"${first.danger.by}" runs what is typed into "${first.reference}"${more} as a command`,
      at: first.places[0],
      related: [
        ...otherPlaces(first),
        ...others.map(({ reference, places }) => ({ span: places[0], text: `and "${reference}" here` })),
      ],
      help: 'put the text into "env:" and use it as "$name" outside of the evaluated words',
    };
  },
});
