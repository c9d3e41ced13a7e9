import { referencesIn, spanIn, writtenIn } from '../../analysis/expressions/references.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** `.hidden` and its like outside the definition of an input. */
export const ownAttributeOutsideForm = defineRule({
  meta: {
    id: 'own-attribute-outside-form',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'An expression outside the form begins with a dot.',
      why: 'A leading dot reads an attribute of the input at hand; elsewhere there is no such input.',
      fix: 'Write the whole path, such as `inputs.name`.',
      examples: {
        bad: [stepsExample`- if: \${{ «.hidden» == false }}`],
        good: [
          workflowExample`
            steps:
              - if: \${{ inputs.mode != '' }}
            inputs:
              fast:
                type: boolean
              mode:
                type: string
                hidden: \${{ inputs.fast }}
                ignore: \${{ .hidden }}
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site }, context) {
    if (site.place.kind === 'input') return;
    for (const reference of context.ask(referencesIn, site)) {
      if (reference.root !== '') continue;
      yield {
        message: `"${writtenIn(site, reference.path)}" reads an attribute of an input, and no input is defined here`,
        at: spanIn(site, reference.path),
        help: 'a leading dot works only inside the definition of an input; write the whole path, as inputs.name',
      };
    }
  },
});
