import { inputTypeNamed } from '../../facts/input-types.ts';
import type { InputField } from '../../model/workflow.ts';
import type { YamlNode } from '../../syntax/yaml/tree.ts';
import { literalNumber } from './input-attributes.ts';

/** What a value given to an input should be when it is something else; `undefined` when it may be what it is. */
export function expectedValue(input: InputField, node: YamlNode): string | undefined {
  const type = input.type?.value ?? '';
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
      if (node.kind === 'scalar' && ['true', 'false'].includes(node.text.text.toLowerCase()))
        return undefined;
      return 'true or false';
    case 'list':
      return node.kind === 'sequence' ? undefined : 'a list of options';
    case 'rows': {
      const isRows = node.kind === 'sequence' && node.items.every((row) => row === undefined || isRow(row));
      return isRows ? undefined : 'a list of rows, each a map of the fields of the template';
    }
    case 'group':
      return node.kind === 'map' ? undefined : 'a map of the inputs of the group';
    case 'string':
      // of types that ask the platform, the default may be an object
      if (node.kind === 'scalar' || !['string', 'password', 'editor', 'color-picker'].includes(type))
        return undefined;
      return 'text';
    default:
      return undefined;
  }
}

function isRow(node: YamlNode): boolean {
  return node.kind === 'map' || (node.kind === 'scalar' && /\$|^$/.test(node.text.text));
}
