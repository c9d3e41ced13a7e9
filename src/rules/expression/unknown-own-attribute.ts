import { referencesIn, spanIn, writtenIn } from '../../analysis/expressions/references.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { inputTypes } from '../../facts/input-types.ts';
import { commonAttributes } from '../../facts/tables/common-attributes.ts';
import type { KeyFact } from '../../facts/types.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An attribute of the input at hand that inputs do not have. */
export const unknownOwnAttribute = defineRule({
  meta: {
    id: 'unknown-own-attribute',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'An expression of the form reads an attribute of its own input that no input has, such as `.hiden`.',
      why: 'It has no value, so the field is never hidden or ignored, whatever the other fields say.',
      fix: 'Write the attribute as it is spelt: `.hidden`, `.ignore`, `.optional`.',
      examples: {
        bad: [
          workflowExample`
            steps:
              - if: \${{ inputs.fast && inputs.mode == 'a' }}
            inputs:
              fast:
                type: boolean
              mode:
                type: string
                hidden: \${{ inputs.fast == false }}
                ignore: \${{ «.hiden» }}
          `,
        ],
        good: [
          workflowExample`
            steps:
              - if: \${{ inputs.fast && inputs.mode == 'a' }}
            inputs:
              fast:
                type: boolean
              mode:
                type: string
                hidden: \${{ inputs.fast == false }}
                ignore: \${{ .hidden }}
                optional: \${{ .ignore || .hidden }}
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site }, context) {
    const { place } = site;
    if (place.kind !== 'input') return;
    for (const reference of context.ask(referencesIn, site)) {
      const [first] = reference.segments;
      if (reference.root !== '' || first?.kind !== 'name') continue;
      if (known.has(first.name) || valueAt(place.input.node, first.name) !== undefined) continue;
      const near = suggest(first.name, [...known]);
      const at = spanIn(site, reference.path);
      yield {
        message: `no input has an attribute "${writtenIn(site, reference.path)}"`,
        at,
        ...didYouMean(at, near === undefined ? undefined : `.${near}`, {
          otherwise: 'write the whole path of another field, as inputs.NAME',
        }),
      };
    }
  },
});

const known: ReadonlySet<string> = new Set(
  [...commonAttributes, ...inputTypes.flatMap(({ keys }): readonly KeyFact[] => keys)].map(
    ({ name }) => name,
  ),
);
