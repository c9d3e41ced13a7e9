import { referencesIn, spanIn, writtenIn } from '../../analysis/expressions/references.ts';
import { inputReads, templateOf } from '../../analysis/form/input-tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A field of a list's rows is read without saying which row. */
export const rowNotChosen = defineRule({
  meta: {
    id: 'row-not-chosen',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'An expression reads a field of a list without choosing a row.',
      why: 'A list has rows, not fields: what is read is empty.',
      fix: 'Inside the template write `inputs.LIST.[index].FIELD`; in a job `inputs.LIST get 0 get FIELD`, or a matrix over the list.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - if: \${{ inputs.workers.«name» != '' }}
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
            steps:
              - if: \${{ inputs.workers get 0 get name != '' }}
            inputs:
              workers:
                type: list
                template:
                  resource:
                    type: compute-clusters
                  name:
                    type: string
                    hidden: \${{ inputs.workers.[index].resource.ip == '' }}
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    for (const reference of context.ask(referencesIn, site)) {
      const resolution = context.ask(inputReads, workflow).get(reference);
      if (resolution?.kind !== 'row-missing') continue;
      const segment = reference.segments[resolution.at];
      const before = reference.segments[resolution.at - 1];
      if (segment?.kind !== 'name' || before === undefined) continue;
      const list = writtenIn(site, { start: reference.path.start, end: before.end });
      const { place } = site;
      const inTemplate =
        place.kind === 'input' &&
        templateOf(place.input) === resolution.list.field &&
        resolution.list.field !== undefined;
      const at = spanIn(site, segment);
      yield {
        message: `"${list}" is a list; "${segment.name}" is a field of its rows`,
        at,
        help: inTemplate
          ? `write ${list}.[index].${segment.name} for the row at hand`
          : `choose a row: ${list} get 0 get ${segment.name}`,
        fix: inTemplate
          ? {
              title: 'Read the row at hand',
              safety: 'safe',
              edits: [{ span: { ...at, end: at.start }, replacement: '[index].' }],
            }
          : undefined,
      };
    }
  },
});
