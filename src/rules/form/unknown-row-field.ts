import { attributeOf } from '../../analysis/form/input-attributes.ts';
import { keyName } from '../../analysis/structure/key-name.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { hasRows } from '../../model/has-rows.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A default row with a field that the template does not have. */
export const unknownRowField = defineRule({
  meta: {
    id: 'unknown-row-field',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A row of the default of a list has a field that the template does not have.',
      why: 'The value is dropped, and the field that was meant stays empty.',
      fix: 'Use the names of the template.',
      examples: {
        bad: [
          formExample`
            hosts:
              type: list
              template:
                name:
                  type: string
                  default: a
              default:
                - «nmae»: b
          `,
        ],
        good: [
          formExample`
            hosts:
              type: list
              template:
                name:
                  type: string
                  default: a
              default:
                - name: b
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input }) {
    const rows = hasRows(input) ? attributeOf(input, 'default') : undefined;
    if (rows?.kind !== 'sequence' || input.items.length === 0) return;
    // how rows hold the fields of groups is only known where there is none
    if (input.items.some((item) => item.items.length > 0)) return;
    const names = input.items.map((item) => item.name.value);
    for (const row of rows.items) {
      for (const pair of row?.kind === 'map' ? row.pairs : []) {
        if (names.includes(keyName(pair))) continue;
        const near = suggest(keyName(pair), names);
        yield {
          message: `the rows of "${input.name.value}" have no field "${keyName(pair)}"`,
          at: pair.key.span,
          ...didYouMean(pair.key.span, near, { otherwise: `they have ${names.join(', ')}` }),
        };
      }
    }
  },
});
