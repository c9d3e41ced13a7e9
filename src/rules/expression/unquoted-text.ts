import { partsIn, spanIn } from '../../analysis/expressions/references.ts';
import { writtenAs } from '../../analysis/expressions/site-style.ts';
import type { Expression } from '../../syntax/expression/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A text without quotes. */
export const unquotedText = defineRule({
  meta: {
    id: 'unquoted-text',
    group: 'expression',
    severity: 'note',
    since: '0.1.0',
    tier: 'pedantic',
    page: {
      what: 'A value is compared with a word without quotes.',
      why: 'The platform takes it as text. Readers cannot tell it from a reference whose context was forgotten.',
      fix: 'Put the word between quotes.',
      examples: {
        bad: [stepsExample`- if: \${{ inputs.mode == «slow» }}`],
        good: [stepsExample`- if: \${{ inputs.mode == 'slow' }}`],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    if (site.expression === undefined) return;
    const quote = writtenAs("'", site, workflow);
    for (const part of context.ask(partsIn, site)) {
      for (const word of comparedWords(part)) {
        const span = spanIn(site, word);
        yield {
          message: `the text "${word.value}" has no quotes`,
          at: span,
          help: `write '${word.value}'`,
          fix:
            quote === undefined
              ? undefined
              : {
                  title: 'Put it between quotes',
                  safety: 'safe',
                  edits: [
                    { span: { ...span, end: span.start }, replacement: quote },
                    { span: { ...span, start: span.end }, replacement: quote },
                  ],
                },
        };
      }
    }
  },
});

function comparedWords(part: Expression): readonly Extract<Expression, { kind: 'bareword' }>[] {
  if (part.kind !== 'binary' || ['&&', '||', '??'].includes(part.operator)) return [];
  return [part.left, part.right].filter((side) => side.kind === 'bareword');
}
