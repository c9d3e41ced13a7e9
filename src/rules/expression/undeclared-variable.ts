import { referencesIn, spanIn } from '../../analysis/expressions/references.ts';
import { valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';
import { stepsExample, workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A variable of the organization or the user that the workflow does not declare. */
export const undeclaredVariable = defineRule({
  meta: {
    id: 'undeclared-variable',
    group: 'expression',
    severity: 'note',
    since: '0.1.0',
    tier: 'pedantic',
    precision: 'medium',
    page: {
      what: 'An expression reads `org.NAME` or `var.NAME`, and `needs` at the top of the workflow does not declare it.',
      why: 'A declared variable is checked before the run; one that is not and is missing is silently empty.',
      fix: 'List it under `needs.organizationVariables` or `needs.userVariables`.',
      examples: {
        bad: [stepsExample`- if: \${{ org.«LICENSE» == '' }}`],
        good: [
          workflowExample`
            needs:
              organizationVariables: [LICENSE]
            steps:
              - if: \${{ org.LICENSE == '' }}
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    for (const reference of context.ask(referencesIn, site)) {
      const [segment] = reference.segments;
      const isOrganization = reference.root === 'org';
      if ((!isOrganization && reference.root !== 'var') || segment?.kind !== 'name') continue;
      const list = isOrganization ? 'organizationVariables' : 'userVariables';
      const declared = namesIn(valueAt(valueAt(workflow.root, 'needs'), list));
      if (declared === undefined || declared.includes(segment.name)) continue;
      yield {
        message: `variable "${segment.name}" is not declared under "needs.${list}" at the top of the workflow`,
        at: spanIn(site, segment),
        fault: `${list} ${segment.name}`,
        help: 'declare it, so that the platform asks for it before the run',
      };
    }
  },
});

/** The names of a list or the keys of a map; `undefined` when they are computed. */
function namesIn(node: YamlNode | undefined): readonly string[] | undefined {
  switch (node?.kind) {
    case undefined:
      return [];
    case 'scalar':
      return undefined;
    case 'map':
      return node.pairs.map((pair) => pair.key.text.text);
    case 'sequence':
      return node.items.flatMap((item) => (item?.kind === 'scalar' ? [item.text.text] : []));
  }
}
