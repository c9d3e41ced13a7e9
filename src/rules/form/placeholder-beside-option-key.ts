import { pairOf } from '../../syntax/yaml/tree.ts';
import { formExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A placeholder on a field whose options follow another field. */
export const placeholderBesideOptionKey = defineRule({
  meta: {
    id: 'placeholder-beside-option-key',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A dropdown has both "option-key" and "placeholder".',
      why: "The platform's editor takes the one or the other: options that follow another field start with the first of their list.",
      fix: 'Remove "placeholder".',
      examples: {
        bad: [
          formExample`
            kind:
              type: dropdown
              options: [gpu, cpu]
            part:
              type: dropdown
              «placeholder»: choose one
              option-key: \${{ inputs.kind }}
              options:
                gpu: [a100]
                cpu: [milan]
          `,
        ],
        good: [
          formExample`
            kind:
              type: dropdown
              placeholder: choose one
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
  *check({ input }) {
    const placeholder = pairOf(input.node, 'placeholder');
    const key = pairOf(input.node, 'option-key');
    if (input.type?.value !== 'dropdown' || placeholder === undefined || key === undefined) return;
    yield {
      message: `"placeholder" of "${input.name.value}" does not go with options that follow another field`,
      at: placeholder.key.span,
      related: [{ span: key.key.span, text: 'the field that they follow' }],
      help: 'remove it',
    };
  },
});
