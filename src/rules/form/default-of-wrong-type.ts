import { attributeOf, literalNumber } from '../../analysis/input-attributes.ts';
import { nodeWords } from '../../analysis/structure/shape-words.ts';
import { inputTypeNamed } from '../../facts/input-types.ts';
import type { YamlNode } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** A default that the type of its input cannot have. */
export const defaultOfWrongType = defineRule({
  meta: {
    id: 'default-of-wrong-type',
    group: 'form',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    what: 'The default of an input is not a value of its type.',
    why: 'The form starts with a value that it would refuse from the user, or the platform refuses the workflow.',
    fix: 'Write a default of the type of the input, or change the type.',
    examples: {
      bad: [
        'on:\n  execute:\n    inputs:\n      nodes:\n        type: number\n        default: «many»\n',
        'on:\n  execute:\n    inputs:\n      debug:\n        type: boolean\n        default: «enabled»\n',
        'on:\n  execute:\n    inputs:\n      parts:\n        type: multi-dropdown\n        options:\n          - label: A\n            value: a\n        default: «a»\n',
        'on:\n  execute:\n    inputs:\n      name:\n        type: string\n        default: «[a, b]»\n',
      ],
      good: [
        'on:\n  execute:\n    inputs:\n      nodes:\n        type: number\n        default: 4\n',
        "on:\n  execute:\n    inputs:\n      debug:\n        type: boolean\n        default: ${{ inputs.level == 'high' }}\n      level:\n        type: string\n        default: ''\n",
        'on:\n  execute:\n    inputs:\n      name:\n        type: string\n        default: 4\n',
      ],
    },
  },
  on: 'input',
  *check({ input }) {
    const type = input.type?.value ?? '';
    const node = attributeOf(input, 'default');
    const expected = node && expectedFor(type, node);
    if (node === undefined || expected === undefined) return;
    yield {
      message: `the default of "${input.name.value}" is ${nodeWords(node)}, expected ${expected}`,
      at: node.span,
      help: `an input of type ${type} starts with ${expected}`,
    };
  },
});

/** What the default should be when it is something else; `undefined` when it may be what it is. */
function expectedFor(type: string, node: YamlNode): string | undefined {
  if (node.kind === 'scalar') {
    // an expression, or a variable that a shell puts in
    const isComputed = typeof node.value === 'string' && node.value.includes('$');
    if (node.value === null || node.value === '' || isComputed) return undefined;
  }
  switch (inputTypeNamed(type)?.yields) {
    case 'number':
      // what a duration takes is another rule's question
      if (type === 'duration' || literalNumber(node) !== undefined) return undefined;
      return 'a number';
    case 'boolean':
      if (node.kind === 'scalar' && /^(true|false)$/.test(node.text.text)) return undefined;
      return 'true or false';
    case 'list':
      return node.kind === 'sequence' ? undefined : 'a list of options';
    case 'rows':
      return node.kind === 'sequence' ? undefined : 'a list of rows';
    case 'string':
      // of types that ask the platform, the default may be an object
      if (node.kind === 'scalar' || !['string', 'password', 'editor', 'color-picker'].includes(type))
        return undefined;
      return 'text';
    default:
      return undefined;
  }
}
