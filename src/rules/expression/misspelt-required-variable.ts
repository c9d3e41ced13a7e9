import { referencesIn, referencesOf, spanIn } from '../../analysis/expressions/references.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A variable that is read under almost the name that the workflow requires. */
export const misspeltRequiredVariable = defineRule({
  meta: {
    id: 'misspelt-required-variable',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'An expression reads `org.NAME` or `var.NAME`, and `needs` at the top of the workflow requires a variable of almost this name that nothing reads.',
      why: 'The platform asks for the one before the run, and the other is empty.',
      fix: 'Correct one of the two names.',
      examples: {
        bad: [
          workflowExample`
            needs:
              organizationVariables: [LICENSE_SERVER]
            steps:
              - if: \${{ org.«LICENSE_SERVR» != '' }}
          `,
        ],
        good: [
          workflowExample`
            needs:
              organizationVariables: [LICENSE_SERVER]
            steps:
              - if: \${{ org.LICENSE_SERVER != '' && org.LICENSE_SERVERS != '' }}
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    for (const reference of context.ask(referencesIn, site)) {
      const [segment] = reference.segments;
      const { root } = reference;
      if ((root !== 'org' && root !== 'var') || segment?.kind !== 'name') continue;
      const list = root === 'org' ? 'organizationVariables' : 'userVariables';
      const required = namesIn(valueAt(valueAt(workflow.root, 'needs'), list));
      if (required.includes(segment.name)) continue;
      const read = context.ask(referencesOf, workflow).filter((other) => other.root === root);
      const near = suggest(
        segment.name,
        required.filter(
          (name) => !read.some(({ segments: [first] }) => first?.kind === 'name' && first.name === name),
        ),
      );
      if (near === undefined) continue;
      const at = spanIn(site, segment);
      yield {
        message: `"${root}.${segment.name}" is read, but the workflow requires "${near}", which no expression reads`,
        at,
        fault: `${root}.${segment.name}`,
        ...didYouMean(at, near),
      };
    }
  },
});

/** The names of a list or the keys of a map. */
function namesIn(node: YamlNode | undefined): readonly string[] {
  if (node?.kind === 'map') return node.pairs.map((pair) => pair.key.text.text);
  if (node?.kind !== 'sequence') return [];
  return node.items.flatMap((item) => (item?.kind === 'scalar' ? [item.text.text] : []));
}
