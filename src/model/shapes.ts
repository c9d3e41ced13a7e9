import type { YamlMap, YamlNode } from '../syntax/yaml/tree.ts';
import type { Spanned } from './workflow.ts';

/** The node when it is a map. */
export function asMap(node: YamlNode | undefined): YamlMap | undefined {
  return node?.kind === 'map' ? node : undefined;
}

/** A scalar's text with its place, quotes left off; `undefined` for anything else and for an explicit null. */
export function spannedText(node: YamlNode | undefined): Spanned<string> | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  const text = node.text.text;
  return { value: text, span: node.text.spanOf(0, text.length) };
}
