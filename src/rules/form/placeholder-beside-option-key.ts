import { pairOf } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** A placeholder on a field whose options follow another field. */
export const placeholderBesideOptionKey = defineRule({
  meta: {
    id: 'placeholder-beside-option-key',
    group: 'form',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: () => ({
      what: 'A dropdown has both "option-key" and "placeholder".',
      why: "The platform's editor takes the one or the other: options that follow another field start with the first of their list.",
      fix: 'Remove "placeholder".',
      examples: {
        bad: [
          'on:\n  execute:\n    inputs:\n      kind:\n        type: dropdown\n        options: [gpu, cpu]\n      part:\n        type: dropdown\n        «placeholder»: choose one\n        option-key: ${{ inputs.kind }}\n        options:\n          gpu: [a100]\n          cpu: [milan]\n',
        ],
        good: [
          'on:\n  execute:\n    inputs:\n      kind:\n        type: dropdown\n        placeholder: choose one\n        options: [gpu, cpu]\n      part:\n        type: dropdown\n        option-key: ${{ inputs.kind }}\n        options:\n          gpu: [a100]\n          cpu: [milan]\n',
        ],
      },
    }),
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
