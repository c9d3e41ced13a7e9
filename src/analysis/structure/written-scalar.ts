import { coreValue } from '../../syntax/yaml/core-schema.ts';
import type { YamlNode, YamlScalar } from '../../syntax/yaml/tree.ts';

/**
 * A text as it must be written in the place of a scalar, so that YAML reads this very text there: in quotes when the
 * scalar is quoted, when it stands in brackets that the text would end, or when it would be read as something else.
 *
 * @param root the document, which says what stands around the scalar
 */
export function writtenLike(scalar: YamlScalar, text: string, root: YamlNode): string {
  switch (scalar.style) {
    case 'single-quoted':
      return singleQuoted(text);
    case 'double-quoted':
      return doubleQuoted(text);
    case 'plain':
    case 'literal':
    case 'folded': {
      const changesType = typeof scalar.value === 'string' && typeof coreValue(text) !== 'string';
      if (!changesType && isPlain(text) && !(/[,[\]{}]/.test(text) && isInFlow(root, scalar))) return text;
      return text.includes("'") ? doubleQuoted(text) : singleQuoted(text);
    }
  }
}

function isPlain(text: string): boolean {
  return (
    text !== '' && text.trim() === text && !/^[-?:]($|\s)|^[,[\]{}#&*!|>'"%@`]|: |:$| #|[\r\n]/.test(text)
  );
}

function isInFlow(root: YamlNode, scalar: YamlScalar): boolean {
  const holds = ({ span }: YamlNode): boolean =>
    span.start <= scalar.span.start && span.end >= scalar.span.end;
  let node: YamlNode | undefined = root;
  while (node !== undefined && node.kind !== 'scalar') {
    if (node.flow) return true;
    const children: readonly (YamlNode | undefined)[] =
      node.kind === 'map' ? node.pairs.flatMap(({ key, value }) => [key, value]) : node.items;
    node = children.find((child) => child !== undefined && holds(child));
  }
  return false;
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function doubleQuoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
