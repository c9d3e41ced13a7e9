import { referenceAt, spanIn, writtenIn } from '../../analysis/expressions/references.ts';
import { type ValueFacts, valueFacts } from '../../analysis/expressions/value-facts.ts';
import type { ExpressionSite } from '../../model/workflow.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/**
 * A whole group, list or resource where one text is needed. Hosts take a resource: a published workflow of the vendor
 * hands one over.
 */
export const objectAsText = defineRule({
  meta: {
    id: 'object-as-text',
    group: 'expression',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'A host or a directory is filled with a whole group or list.',
      why: 'Groups and lists become JSON when they are put into text, and no host or directory has such a name.',
      fix: 'Read the field that was meant, such as `${{ inputs.service.cluster.ip }}` for a host.',
      examples: {
        bad: [
          workflowExample`
            jobs:
              main:
                ssh:
                  remoteHost: \${{ «inputs.service» }}
                steps:
                  - if: \${{ inputs.service.cluster.ip != '' }}
                    run: date
            inputs:
              service:
                type: group
                items:
                  cluster:
                    type: compute-clusters
          `,
        ],
        good: [
          workflowExample`
            jobs:
              main:
                ssh:
                  remoteHost: \${{ inputs.service.cluster.ip }}
                steps:
                  - run: date
            inputs:
              service:
                type: group
                items:
                  cluster:
                    type: compute-clusters
          `,
        ],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    if (site.expression === undefined || !needsText(site)) return;
    const reference = referenceAt(site, site.expression);
    if (reference === undefined) return;
    const { kind, words, field } = valueFacts(reference, workflow, context);
    if (!['object', 'rows', 'list', 'resource'].includes(kind) || (kind === 'resource' && isHost(site)))
      return;
    yield {
      message: `"${site.path.at(-1)}" is one text, and ${words} is ${wordsFor(kind)}`,
      at: spanIn(site, site.expression),
      related: field && [{ span: field.name.span, text: 'the input is declared here' }],
      help: `read the field that is meant, as ${writtenIn(site, site.expression).trim()}.NAME`,
    };
  },
});

function needsText(site: ExpressionSite): boolean {
  const { place, path } = site;
  if (place.kind !== 'job' && place.kind !== 'step') return false;
  return place.key === 'working-directory' || (place.key === 'ssh' && path.at(-1) !== 'ssh');
}

function isHost({ path }: ExpressionSite): boolean {
  return path.at(-1) === 'remoteHost' || path.at(-1) === 'jumpNodeHost';
}

function wordsFor(kind: ValueFacts['kind']): string {
  switch (kind) {
    case 'resource':
      return 'an object with several fields';
    case 'object':
      return 'a group of several fields';
    default:
      return 'a list';
  }
}
