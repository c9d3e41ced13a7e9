import { referencesIn, spanIn } from '../../analysis/expressions/references.ts';
import { fieldRead } from '../../analysis/expressions/value-facts.ts';
import { suggest } from '../../base/suggest.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { resourceFields } from '../../facts/tables/resource-fields.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const names: readonly string[] = resourceFields.map((field) => field.name);

/** Names from other systems and older versions for fields that resources have. */
const meant: ReadonlyMap<string, string> = new Map([
  ['host', 'ip'],
  ['hostname', 'ip'],
  ['publicIp', 'ip'],
  ['ipAddress', 'ip'],
  ['address', 'ip'],
  ['scheduler', 'schedulerType'],
  ['username', 'user'],
  ['owner', 'namespace'],
]);

/** A field of a compute resource that resources do not have. */
export const unknownResourceField = defineRule({
  meta: {
    id: 'unknown-resource-field',
    group: 'expression',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'An expression reads a field that compute resources do not have.',
      why: 'The value is empty. An empty `remoteHost`, for one, silently runs the step on the workspace.',
      fix: 'Read one of `id`, `ip`, `name`, `namespace`, `user`, `type`, `provider`, `schedulerType`, `uri`.',
      examples: {
        bad: [stepsExample`- if: \${{ inputs.resource.«shedulerType» != '' }}`],
        good: [stepsExample`- if: \${{ inputs.resource.schedulerType != '' }}`],
      },
    },
  },
  on: 'expression',
  *check({ site, workflow }, context) {
    for (const reference of context.ask(referencesIn, site)) {
      const read = fieldRead(reference, workflow, context);
      if (read?.node.yields !== 'resource') continue;
      const [segment] = read.rest;
      if (segment?.kind !== 'name' || names.includes(segment.name) || segment.name.startsWith('$')) continue;
      if (pairOf(read.node.field?.node, 'multi') !== undefined) continue;
      const other = meant.get(segment.name);
      const near = other ?? suggest(segment.name, names);
      const at = spanIn(site, segment);
      yield {
        message: `a compute resource has no field "${segment.name}"`,
        at,
        ...didYouMean(at, near, { otherwise: `its fields are ${names.join(', ')}` }),
        // No published workflow reads another field, but the platform's own list is not published.
        severity: near === undefined || other !== undefined ? 'note' : undefined,
      };
    }
  },
});
