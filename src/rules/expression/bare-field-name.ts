import { spanIn, withoutGroups } from '../../analysis/expressions/references.ts';
import { fieldsByName } from '../../analysis/form/input-tree.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An expression that names a field of the form without where it is. */
export const bareFieldName = defineRule({
  meta: {
    id: 'bare-field-name',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'An expression is the name of a field of the form, without `inputs.` and the groups around the field.',
      why: 'A word without a context is a text: the name itself stands where the value of the field should.',
      fix: 'Write the whole reference, such as `inputs.group.name`.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - run: mkdir -p "/scratch/\${{ «folder_name» }}_old"
              - run: mkdir -p "/scratch/\${{ inputs.storage.folder_name }}"
            inputs:
              storage:
                type: group
                items:
                  folder_name:
                    type: dropdown
                    options: [a, b]
          `,
          workflowExample`
            steps:
              - run: mkdir -p "$FOLDER"
                env:
                  FOLDER: \${{ «folder» }}
              - run: mkdir -p "/scratch/\${{ inputs.folder }}"
            inputs:
              folder:
                type: dropdown
                options: [a, b]
          `,
        ],
        good: [
          workflowExample`
            steps:
              - run: mkdir -p "/scratch/\${{ inputs.folder }}_old"
              - if: \${{ always }}
                run: echo "\${{ inputs.folder == folder && folder || 'none' }}"
            inputs:
              folder:
                type: dropdown
                options: [folder, b]
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    if (site.expression === undefined || site.place.kind === 'input') return;
    if ((site.place.kind === 'job' || site.place.kind === 'step') && site.place.key === 'if') return;
    const word = withoutGroups(site.expression);
    if (word.kind !== 'bareword') return;
    const fields = context.ask(fieldsByName, workflow).get(word.value) ?? [];
    const [field, another] = fields;
    if (field === undefined) return;
    const at = spanIn(site, word);
    const meant = another === undefined ? `inputs.${field.reference.join('.')}` : undefined;
    yield {
      message: `"${word.value}" is a text here, and the form has a field of this name`,
      at,
      ...didYouMean(at, meant, { otherwise: 'write the whole reference, as inputs.GROUP.NAME' }),
    };
  },
});
