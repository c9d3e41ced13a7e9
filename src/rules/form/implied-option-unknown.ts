import { attributeOf, literalScalar } from '../../analysis/form/input-attributes.ts';
import { optionLists } from '../../analysis/form/options.ts';
import { suggest } from '../../base/suggest.ts';
import { helpWith } from '../../diagnostics/did-you-mean.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An implied option that does not exist. */
export const impliedOptionUnknown = defineRule({
  meta: {
    id: 'implied-option-unknown',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: '"implies" names an option that the field does not have.',
      why: 'Ticking the option then ticks nothing else.',
      fix: 'Use values of the options.',
      examples: {
        bad: [
          formExample`
            parts:
              type: checkbox-group
              options: [base, extra]
              implies:
                extra: [«bse»]
          `,
          formExample`
            parts:
              type: checkbox-group
              options: [base, extra]
              implies:
                «extras»: [base]
          `,
        ],
        good: [
          formExample`
            parts:
              type: checkbox-group
              options: [base, extra]
              implies:
                extra: [base]
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    const implies = attributeOf(input, 'implies');
    const [list] = optionLists(input) ?? [];
    if (implies?.kind !== 'map' || list === undefined) return;
    const values = list.options.map((option) => option.value);
    for (const pair of implies.pairs) {
      const targets = pair.value?.kind === 'sequence' ? pair.value.items : [];
      for (const node of [pair.key, ...targets]) {
        const scalar = literalScalar(node);
        if (scalar === undefined || values.includes(scalar.text.text)) continue;
        const near = suggest(scalar.text.text, values);
        yield {
          message: `"${scalar.text.text}" is no option of "${input.name.value}"`,
          at: scalar.span,
          help: helpWith(near, `the options are ${values.join(', ')}`),
        };
      }
    }
  },
});
