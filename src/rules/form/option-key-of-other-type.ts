import { pathWritten } from '../../analysis/expressions/expressions-within.ts';
import { attributeOf, literalScalar } from '../../analysis/form/input-attributes.ts';
import { inputAt } from '../../analysis/workflow/job-files.ts';
import { inputTypeNamed } from '../../facts/input-types.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Options that depend on something that is no choice. */
export const optionKeyOfOtherType = defineRule({
  meta: {
    id: 'option-key-of-other-type',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: '"option-key" is a plain text, or reads an input that is no dropdown, radio or string.',
      why: 'The form looks for the value of another field and finds none.',
      fix: 'Read a dropdown, radio or string input: ${{ inputs.NAME }}.',
      examples: {
        bad: [
          formExample`
            count:
              type: number
              default: 1
            part:
              type: dropdown
              option-key: «\${{ inputs.count }}»
              options:
                '1': [a]
                '2': [b]
          `,
          formExample`
            kind:
              type: dropdown
              options: [gpu, cpu]
            part:
              type: dropdown
              option-key: «kind»
              options:
                gpu: [a100]
                cpu: [milan]
          `,
        ],
        good: [
          formExample`
            kind:
              type: radio
              options: [gpu, cpu]
            part:
              type: dropdown
              option-key: \${{ inputs.kind }}
              options:
                gpu: [a100]
                cpu: [milan]
          `,
        ],
      },
    },
  },
  on: 'input',
  *check({ input, workflow }) {
    const node = attributeOf(input, 'option-key');
    const literal = literalScalar(node);
    if (literal !== undefined) {
      yield {
        message: `"option-key" of "${input.name.value}" is the text "${literal.text.text}", expected an expression that reads another input`,
        at: literal.span,
        help: `write \${{ inputs.${literal.text.text.replace(/^inputs\./, '')} }}`,
      };
      return;
    }
    const names = pathWritten(workflow, node);
    const other = names?.[0] === 'inputs' ? inputAt(workflow, names.slice(1)) : undefined;
    const type = other?.type?.value ?? '';
    if (node === undefined || other === undefined || inputTypeNamed(type) === undefined) return;
    if (['dropdown', 'radio', 'string'].includes(type)) return;
    yield {
      message: `"option-key" of "${input.name.value}" reads "${other.name.value}", which is of type ${type}, expected a dropdown, radio or string input`,
      at: node.span,
      help: 'read the input whose value chooses the list',
      related: [{ span: other.name.span, text: 'the input that is read' }],
    };
  },
});
