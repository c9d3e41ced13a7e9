import { referencesIn, spanIn } from '../../analysis/expressions/references.ts';
import { isFormFound } from '../../analysis/form/form-found.ts';
import { templateOf } from '../../analysis/form/input-tree.ts';
import { hasRows } from '../../model/has-rows.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** `[index]` where no row is at hand. */
export const rowIndexOutsideTemplate = defineRule({
  meta: {
    id: 'row-index-outside-template',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: '`[index]` stands outside the template of a list.',
      why: 'It means the row at hand, and there is none: it silently reads the first row.',
      fix: 'Choose the row with `get`, as in `inputs.workers get 0`, or let a matrix run over the list.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - if: \${{ inputs.workers.«[index]».name != '' }}
            inputs:
              workers:
                type: list
                template:
                  name:
                    type: string
          `,
        ],
        good: [
          workflowExample`
            jobs:
              main:
                strategy:
                  matrix:
                    worker: \${{ inputs.workers }}
                steps:
                  - if: \${{ matrix.worker.name != '' }}
                    run: date
            inputs:
              workers:
                type: list
                template:
                  name:
                    type: string
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    const { place } = site;
    // the form is not read when it stands under a misspelt key
    if (!context.ask(isFormFound, workflow)) return;
    if (place.kind === 'input' && (hasRows(place.input) || templateOf(place.input) !== undefined)) return;
    for (const { path } of context.ask(referencesIn, site)) {
      for (const part of path.parts) {
        if (part.kind !== 'row-index') continue;
        yield {
          message: '"[index]" means the row at hand, and there is none here: it reads the first row',
          at: spanIn(site, part),
          help: 'choose the row with "get 0", or let a matrix run over the list',
        };
      }
    }
  },
});
