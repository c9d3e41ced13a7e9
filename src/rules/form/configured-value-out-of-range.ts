import { attributeOf, literalNumber, literalScalar } from '../../analysis/form/input-attributes.ts';
import { limitOf, optOutOf } from '../../analysis/form/limits.ts';
import { configuredValues } from '../../analysis/form/preset-values.ts';
import { clockSeconds } from '../../base/clock-time.ts';
import type { InputField } from '../../model/workflow.ts';
import type { YamlNode } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A saved value outside the limits of its field. */
export const configuredValueOutOfRange = defineRule({
  meta: {
    id: 'configured-value-out-of-range',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A saved configuration gives a number, duration or list a value below its "min" or above its "max".',
      why: 'When the configuration is chosen, the form gets a value that it would refuse from the user.',
      fix: 'Move the saved value inside the limits, or the limit.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - run: echo "\${{ inputs.nodes }}"
            configurations:
              large:
                inputs:
                  nodes: «600»
            inputs:
              nodes:
                type: number
                max: 64
          `,
        ],
        good: [
          workflowExample`
            steps:
              - run: echo "\${{ inputs.nodes }}"
            configurations:
              large:
                inputs:
                  nodes: 64
            inputs:
              nodes:
                type: number
                max: 64
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }) {
    for (const { input, node, words } of configuredValues(workflow)) {
      const value = amountOf(input, node);
      if (value === undefined) continue;
      const [least, most] = [limitOf(input, 'min'), limitOf(input, 'max')];
      const isBelow = least !== undefined && value < least;
      if (!isBelow && (most === undefined || value <= most)) continue;
      const limit = attributeOf(input, isBelow ? 'min' : 'max');
      const written = limit?.kind === 'scalar' ? limit.text.text : '';
      yield {
        message: `${words} is ${isBelow ? 'below the least' : 'above the greatest'} value ${written}`,
        at: node.span,
        help: isBelow
          ? `write ${written} or more, or lower the limit`
          : `write ${written} or less, or raise the limit`,
        related: limit && [{ span: limit.span, text: 'the limit' }],
      };
    }
  },
});

function amountOf(input: InputField, node: YamlNode): number | undefined {
  switch (input.type?.value) {
    case 'number':
    case 'integer':
      return literalNumber(node);
    case 'duration': {
      const value = literalNumber(node) ?? clockSeconds(literalScalar(node)?.text.text ?? '');
      return value === optOutOf(input) ? undefined : value;
    }
    case 'list':
    case 'step':
      return node.kind === 'sequence' ? node.items.length : undefined;
    default:
      return undefined;
  }
}
