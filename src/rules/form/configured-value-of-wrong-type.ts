import { expectedValue } from '../../analysis/form/expected-value.ts';
import { configuredValues } from '../../analysis/form/preset-values.ts';
import { nodeWords } from '../../analysis/structure/shape-words.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A saved value that the type of its input cannot have. */
export const configuredValueOfWrongType = defineRule({
  meta: {
    id: 'configured-value-of-wrong-type',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A saved configuration gives an input a value that is not of its type.',
      why: 'When the configuration is chosen, the form gets a value that it would refuse from the user.',
      fix: 'Write a value of the type of the input; the inputs of a group are nested in a map.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - run: echo "\${{ inputs.nodes }}"
            configurations:
              small:
                inputs:
                  nodes: «few»
            inputs:
              nodes:
                type: number
                default: 2
          `,
          workflowExample`
            steps:
              - run: echo "\${{ inputs.slurm.nodes }}"
            configurations:
              small:
                inputs:
                  slurm: «2»
            inputs:
              slurm:
                type: group
                items:
                  nodes:
                    type: number
                    default: 2
          `,
        ],
        good: [
          workflowExample`
            steps:
              - run: echo "\${{ inputs.slurm.nodes }}"
            configurations:
              small:
                inputs:
                  slurm:
                    nodes: 1
            inputs:
              slurm:
                type: group
                items:
                  nodes:
                    type: number
                    default: 2
          `,
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow }) {
    for (const { input, node, words } of configuredValues(workflow)) {
      const expected = expectedValue(input, node);
      if (expected === undefined) continue;
      yield {
        message: `${words} is ${nodeWords(node)}, expected ${expected}`,
        at: node.span,
        help: `an input of type ${input.type?.value} takes ${expected}`,
      };
    }
  },
});
