import { partsIn, spanIn } from '../../analysis/expressions/references.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An operator without blanks around it. */
export const tightOperator = defineRule({
  meta: {
    id: 'tight-operator',
    group: 'expression',
    severity: 'note',
    since: '0.1.0',
    tier: 'pedantic',
    page: {
      what: 'An operator has no blank before or behind it.',
      why: 'The platform documents expressions as sensitive to blanks: `a-b` is a name, `a - b` a difference.',
      fix: 'Put one blank on each side of the operator.',
      examples: {
        bad: [stepsExample`- if: \${{ 'slow' «!=»inputs.mode }}`],
        good: [stepsExample`- if: \${{inputs.mode != 'slow'}}`],
      },
    },
  },
  on: 'expression',
  *check({ site }, context) {
    if (site.expression === undefined) return;
    const { text } = site.text;
    for (const part of context.ask(partsIn, site)) {
      if (part.kind !== 'binary') continue;
      const { start, end } = part.operatorRange;
      const before = /\s/.test(text[start - 1] ?? ' ');
      const behind = /\s/.test(text[end] ?? ' ');
      if (before && behind) continue;
      const span = spanIn(site, part.operatorRange);
      yield {
        message: `no blank ${before ? 'behind' : behind ? 'before' : 'around'} "${part.operator}"`,
        at: span,
        help: 'put one blank on each side of the operator',
        fix: {
          title: 'Put blanks around the operator',
          safety: 'safe',
          edits: [{ span, replacement: `${before ? '' : ' '}${text.slice(start, end)}${behind ? '' : ' '}` }],
        },
      };
    }
  },
});
