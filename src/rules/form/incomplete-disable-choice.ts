import { keyName } from '../../analysis/structure/key-name.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Half of the choice that means no limit. */
export const incompleteDisableChoice = defineRule({
  meta: {
    id: 'incomplete-disable-choice',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A duration has "disableLabel" without "disableValue", or the other way round.',
      why: 'The platform takes both or neither.',
      fix: 'Add the other one, or remove this one.',
      examples: {
        bad: [
          formExample`
            limit:
              type: duration
              «disableLabel»: no limit
          `,
        ],
        good: [
          formExample`
            limit:
              type: duration
              disableLabel: no limit
              disableValue: 0
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    if (input.type?.value !== 'duration') return;
    const label = pairOf(input.node, 'disableLabel');
    const value = pairOf(input.node, 'disableValue');
    const only = label ?? value;
    if (only === undefined || (label !== undefined && value !== undefined)) return;
    yield {
      message: `"${keyName(only)}" of "${input.name.value}" needs "${label === undefined ? 'disableLabel' : 'disableValue'}" beside it`,
      at: only.key.span,
      help: '"disableLabel" is the text of the choice that means no limit, "disableValue" the number that the run then gets',
    };
  },
});
