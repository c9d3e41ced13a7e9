import { keyName } from '../../analysis/structure/key-name.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { sectionNamed } from '../../facts/sections.ts';
import type { SectionName } from '../../facts/types.ts';
import { valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** A key that the published lists no longer have. */
export const retiredKey = defineRule({
  meta: {
    id: 'retired-key',
    group: 'workflow',
    severity: 'note',
    since: '0.1.0',
    tier: 'pedantic',
    precision: 'medium',
    page: () => ({
      what: 'A key of older workflows stands where the published schema has another one.',
      why: 'The platform may still take it; a newer version may not.',
      fix: 'Write what the help says.',
      examples: {
        bad: [
          '«app»:\n  target: inputs.resource\njobs:\n  main:\n    steps:\n      - run: echo hello\non:\n  execute:\n    inputs:\n      resource:\n        type: compute-clusters\n',
          'configurations:\n  small:\n    «variables»:\n      size: 1\njobs:\n  main:\n    steps:\n      - run: echo hello\non:\n  execute:\n    inputs:\n      size:\n        type: number\n        default: 2\n',
        ],
        good: [
          'configurations:\n  small:\n    inputs:\n      size: 1\njobs:\n  main:\n    steps:\n      - run: echo hello\non:\n  execute:\n    inputs:\n      size:\n        type: number\n        default: 2\n',
        ],
      },
    }),
  },
  on: 'workflow',
  *check({ workflow }) {
    yield* retiredIn(workflow.root, 'workflow');
    const configurations = valueAt(workflow.root, 'configurations');
    for (const pair of configurations?.kind === 'map' ? configurations.pairs : []) {
      yield* retiredIn(pair.value, 'configuration');
    }
  },
});

function* retiredIn(node: YamlNode | undefined, name: SectionName): Generator<Finding> {
  const section = sectionNamed(name);
  for (const pair of node?.kind === 'map' ? node.pairs : []) {
    const fact = section.keys.find((key) => key.name === keyName(pair));
    if (fact?.retired === undefined) continue;
    yield {
      message: `"${fact.name}" in ${section.words} is an older key`,
      at: pair.key.span,
      help: `write ${fact.retired} instead`,
    };
  }
}
