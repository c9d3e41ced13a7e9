import { literalOf } from '../../analysis/expressions/conditions.ts';
import { partsIn, spanIn, withoutGroups } from '../../analysis/expressions/references.ts';
import { fieldsByName } from '../../analysis/form/input-tree.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Expression } from '../../syntax/expression/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A comparison of two fixed values, usually because `inputs.` was forgotten. */
export const fixedComparison = defineRule({
  meta: {
    id: 'fixed-comparison',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A comparison has no input, output or other reference on either side.',
      why: 'A word without a context is a text, so the comparison is the same in every run.',
      fix: 'Write where the value comes from, such as `inputs.mode` instead of `mode`.',
      examples: {
        bad: [
          stepsExample`- if: \${{ «mode == 'fast'» || inputs.mode == 'slow' }}`,
          stepsExample`- if: \${{ «'inputs.mode' == 'fast'» || inputs.mode == 'slow' }}`,
        ],
        good: [stepsExample`- if: \${{ inputs.mode == fast }}`],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    if (site.expression === undefined) return;
    for (const part of context.ask(partsIn, site)) {
      if (part.kind !== 'binary' || !['==', '!=', '===', '!=='].includes(part.operator)) continue;
      if (literalOf(part.left) === undefined || literalOf(part.right) === undefined) continue;
      const word = textOf(part.left) ?? textOf(part.right);
      if (word === undefined) continue;
      const [input, another] = context.ask(fieldsByName, workflow).get(word.value) ?? [];
      const bare = input && another === undefined ? `inputs.${input.reference.join('.')}` : undefined;
      const meant = word.kind === 'string' ? word.value : bare;
      yield {
        message: `this compares two fixed values: "${word.value}" is a text here, no reference`,
        at: spanIn(site, part),
        ...didYouMean(spanIn(site, word), meant, {
          otherwise: 'write where the value comes from, as inputs.NAME',
        }),
      };
    }
  },
});

/** A word without quotes, or a reference that quotes have made a text. */
function textOf(expression: Expression) {
  const inner = withoutGroups(expression);
  if (inner.kind === 'bareword') return inner;
  return inner.kind === 'string' && quotedReference.test(inner.value) ? inner : undefined;
}

const quotedReference = /^(inputs|needs|sessions|matrix|env|org|var)(\.[\w-]+)+$/;
