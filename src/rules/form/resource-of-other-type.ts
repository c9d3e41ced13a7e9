import { pathWritten } from '../../analysis/expressions/expressions-within.ts';
import { attributeOf } from '../../analysis/form/input-attributes.ts';
import { inputAt } from '../../analysis/workflow/job-files.ts';
import { inputTypeNamed, isSchedulerType } from '../../facts/input-types.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A scheduler field that reads an input which is no resource. */
export const resourceOfOtherType = defineRule({
  meta: {
    id: 'resource-of-other-type',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'The "resource" of a SLURM or PBS field reads an input that is no compute resource.',
      why: 'The field asks a cluster for its choices, and that input gives none.',
      fix: 'Read an input of type compute-clusters or compute-resources.',
      examples: {
        bad: [
          formExample`
            cluster_name:
              type: string
              default: ''
            account:
              type: slurm-accounts
              resource: «\${{ inputs.cluster_name }}»
          `,
        ],
        good: [
          formExample`
            resource:
              type: compute-clusters
            account:
              type: slurm-accounts
              resource: \${{ inputs.resource }}
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input, workflow }) {
    if (!isSchedulerType(input.type?.value)) return;
    const node = attributeOf(input, 'resource');
    const names = pathWritten(workflow, node);
    const other = names?.[0] === 'inputs' ? inputAt(workflow, names.slice(1)) : undefined;
    const type = inputTypeNamed(other?.type?.value ?? '');
    if (node === undefined || other === undefined || type === undefined) return;
    if (type.yields === 'resource' || type.yields === 'compute-target') return;
    yield {
      message: `"resource" of "${input.name.value}" reads "${other.name.value}", which is of type ${type.name}, expected a compute-clusters or compute-resources input`,
      at: node.span,
      help: 'read the input in which the resource is chosen',
      related: [{ span: other.name.span, text: 'the input that is read' }],
    };
  },
});
