import { attributeOf, literalScalar } from '../../analysis/form/input-attributes.ts';
import { writtenLike } from '../../analysis/structure/written-scalar.ts';
import { isResourceType, isSchedulerType } from '../../facts/input-types.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A scheduler field that names its cluster instead of reading it. */
export const literalResource = defineRule({
  meta: {
    id: 'literal-resource',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A field for a SLURM or PBS setting has a "resource" that is no expression.',
      why: 'The field asks the chosen cluster for its choices, and a plain name gives none.',
      fix: 'Read the resource input of the form: ${{ inputs.resource }}.',
      examples: {
        bad: [
          formExample`
            resource:
              type: compute-clusters
            account:
              type: slurm-accounts
              resource: «resource»
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
    const scalar = literalScalar(attributeOf(input, 'resource'));
    if (scalar === undefined) return;
    const resources = workflow.form.all.filter((other) => isResourceType(other.type?.value));
    const [only, second] = resources;
    const reference = only && second === undefined ? `\${{ inputs.${only.reference.join('.')} }}` : undefined;
    yield {
      message: `"resource" of "${input.name.value}" is the text "${scalar.text.text}", expected an expression that reads a resource input`,
      at: scalar.span,
      help: `write ${reference ?? '${{ inputs.NAME }} with the name of the resource input'}`,
      ...(reference !== undefined && {
        fix: {
          title: `read inputs.${only?.reference.join('.')}`,
          safety: 'unsafe' as const,
          edits: [{ span: scalar.span, replacement: writtenLike(scalar, reference, workflow.root) }] as const,
        },
      }),
    };
  },
});
