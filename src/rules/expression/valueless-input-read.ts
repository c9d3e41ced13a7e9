import { referencesIn, spanIn, writtenIn } from '../../analysis/expressions/references.ts';
import { inputReads } from '../../analysis/form/input-tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A header is read, which has no value. */
export const valuelessInputRead = defineRule({
  meta: {
    id: 'valueless-input-read',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'An expression reads an input that only decorates the form, such as a header.',
      why: 'Such inputs give no value to the run: what is read is always empty.',
      fix: 'Read a field of the form.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - if: \${{ «inputs.title» != '' }}
            inputs:
              title:
                type: header
                text: Settings
          `,
        ],
        good: [
          workflowExample`
            steps:
              - if: \${{ inputs.name != '' }}
            inputs:
              title:
                type: header
                text: Settings
              name:
                type: string
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    for (const reference of context.ask(referencesIn, site)) {
      const resolution = context.ask(inputReads, workflow).get(reference);
      if (resolution?.kind !== 'field' || resolution.node.yields !== 'nothing') continue;
      const { field } = resolution.node;
      yield {
        message: `"${writtenIn(site, reference.path)}" is a ${field?.type?.value ?? 'header'} and gives no value to the run`,
        at: spanIn(site, reference.path),
        related: field && [{ span: field.name.span, text: 'declared here' }],
        help: 'read a field of the form',
      };
    }
  },
});
