import {
  partsIn,
  referenceAt,
  spanIn,
  withoutGroups,
  writtenIn,
} from '../../analysis/expressions/references.ts';
import { type ValueFacts, valueFacts } from '../../analysis/expressions/value-facts.ts';
import type { BinaryOperator } from '../../syntax/expression/tree.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

type Kind = ValueFacts['kind'];

const calculating: readonly BinaryOperator[] = ['-', '*', '/', '//', '**', '%', '<', '<=', '>', '>='];
const searching: readonly BinaryOperator[] = ['includes', '!includes'];
const numberless: readonly Kind[] = ['boolean', 'list', 'rows', 'object', 'resource'];
const unsearchable: readonly Kind[] = ['boolean', 'number', 'resource'];

/** An operator is used on a value that it cannot work with. */
export const wrongOperandType = defineRule({
  meta: {
    id: 'wrong-operand-type',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A list, a group, a resource or a boolean is calculated with or put in order, or something is searched in a value that holds nothing.',
      why: 'The result means nothing: a list is no number of rows, a resource no name.',
      fix: 'Read the field that was meant, such as `inputs.resource.name`.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - if: \${{ «inputs.workers» > 0 }}
            inputs:
              workers:
                type: list
                template:
                  name:
                    type: string
          `,
          stepsExample`- if: \${{ «inputs.resource» includes 'gpu' }}`,
        ],
        good: [
          workflowExample`
            steps:
              - if: \${{ inputs.count > 0 && inputs.resource.name includes 'gpu' }}
            inputs:
              count:
                type: number
              resource:
                type: compute-clusters
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    if (site.expression === undefined) return;
    for (const part of context.ask(partsIn, site)) {
      if (part.kind !== 'binary') continue;
      const calculates = calculating.includes(part.operator);
      if (!calculates && !searching.includes(part.operator)) continue;
      for (const side of calculates ? [part.left, part.right] : [part.left]) {
        const operand = withoutGroups(side);
        const reference = referenceAt(site, operand);
        if (reference === undefined) continue;
        const { kind, words, field } = valueFacts(reference, workflow, context);
        if (!(calculates ? numberless : unsearchable).includes(kind)) continue;
        yield {
          message: `"${part.operator}" cannot work with ${words}`,
          at: spanIn(site, operand),
          related: field && [{ span: field.name.span, text: 'the input is declared here' }],
          help: helpFor(kind, writtenIn(site, operand)),
        };
      }
    }
  },
});

function helpFor(kind: Kind, read: string): string {
  switch (kind) {
    case 'resource':
      return `read a field of it, such as ${read}.name`;
    case 'boolean':
      return 'compare with == true or == false';
    case 'object':
      return `read a field of the group: ${read}.NAME`;
    default:
      return 'read one element: get 0';
  }
}
