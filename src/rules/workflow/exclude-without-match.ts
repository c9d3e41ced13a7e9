import { keyName } from '../../analysis/structure/key-name.ts';
import { dedent } from '../../base/dedent.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { pairOf, valueAt, type YamlMap, type YamlPair } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** An exclusion that fits no combination of the matrix. */
export const excludeWithoutMatch = defineRule({
  meta: {
    id: 'exclude-without-match',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'An entry of "exclude" names a key that the matrix does not have, or a value that is not among those of its key.',
      why: 'An entry drops the combinations that have all of its values. No combination has this one, so nothing is dropped.',
      fix: 'Write the key and the value as they stand in the matrix.',
      examples: {
        bad: [
          dedent`
            jobs:
              work:
                strategy:
                  matrix:
                    size: [1, 2]
                    exclude:
                      - «sise»: 2
                steps:
                  - run: echo \${{ matrix.size }}
          `,
          dedent`
            jobs:
              work:
                strategy:
                  matrix:
                    size: [1, 2]
                    mode: [fast, slow]
                    exclude:
                      - size: 2
                        mode: «slower»
                steps:
                  - run: echo \${{ matrix.size }} \${{ matrix.mode }}
          `,
        ],
        good: [
          workflowExample`
            jobs:
              work:
                strategy:
                  matrix:
                    size: [1, 2]
                    mode: \${{ inputs.modes }}
                    exclude:
                      - size: "2"
                        mode: slower
                steps:
                  - run: echo \${{ matrix.size }} \${{ matrix.mode }}
            inputs:
              modes:
                type: multi-dropdown
                options:
                  - {value: slow, label: Slow}
          `,
        ],
      },
    },
  },
  on: 'job',
  *check({ job }) {
    const matrix = valueAt(valueAt(job.node, 'strategy'), 'matrix');
    const exclude = valueAt(matrix, 'exclude');
    // what is included may have further keys and values
    if (matrix?.kind !== 'map' || exclude?.kind !== 'sequence' || pairOf(matrix, 'include') !== undefined)
      return;
    for (const item of exclude.items) {
      if (item?.kind !== 'map') continue;
      const [first] = item.pairs.flatMap((pair) => mismatch(pair, matrix) ?? []);
      if (first !== undefined) yield first;
    }
  },
});

/** Why an entry with this key fits nothing. */
function mismatch(pair: YamlPair, matrix: YamlMap): Finding | undefined {
  const keys = matrix.pairs.map((each) => keyName(each)).filter((name) => name !== 'exclude');
  const key = keyName(pair);
  const list = valueAt(matrix, key);
  if (pairOf(matrix, key) === undefined) {
    const near = suggest(key, keys);
    return {
      message: `the matrix has no "${key}", so this excludes nothing`,
      at: pair.key.span,
      ...didYouMean(pair.key.span, near, { otherwise: `it has ${keys.join(', ')}` }),
    };
  }
  const { value } = pair;
  if (list?.kind !== 'sequence' || value?.kind !== 'scalar' || value.text.text.includes('${{'))
    return undefined;
  const values: string[] = [];
  for (const item of list.items) {
    if (item?.kind !== 'scalar' || item.text.text.includes('${{')) return undefined;
    values.push(item.text.text);
  }
  const number = Number(value.text.text);
  if (values.some((each) => each === value.text.text || Number(each) === number)) return undefined;
  return {
    message: `"${key}" of the matrix is never "${value.text.text}", so this excludes nothing`,
    at: value.span,
    related: [{ span: list.span, text: 'its values' }],
    help: `its values are ${values.slice(0, 8).join(', ')}`,
  };
}
