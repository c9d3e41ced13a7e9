import { keyName } from '../../analysis/structure/key-name.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import { sectionNamed } from '../../facts/sections.ts';
import type { SectionName } from '../../facts/types.ts';
import { valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
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
    page: {
      what: 'A key of older workflows stands where the published schema has another one.',
      why: 'The platform may still take it; a newer version may not.',
      fix: 'Write what the help says.',
      examples: {
        bad: [
          workflowExample`
            «app»:
              target: inputs.resource
            steps:
              - run: echo hello
            inputs:
              resource:
                type: compute-clusters
          `,
          workflowExample`
            configurations:
              small:
                «variables»:
                  size: 1
            steps:
              - run: echo hello
            inputs:
              size:
                type: number
                default: 2
          `,
        ],
        good: [
          workflowExample`
            configurations:
              small:
                inputs:
                  size: 1
            steps:
              - run: echo hello
            inputs:
              size:
                type: number
                default: 2
          `,
        ],
      },
    },
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
