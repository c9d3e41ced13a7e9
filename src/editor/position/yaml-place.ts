import type { YamlMap, YamlNode, YamlPair } from '../../syntax/yaml/tree.ts';

/** One step down a YAML tree: into the value of a pair, or an item of a sequence. */
export type YamlStep =
  | { readonly kind: 'pair'; readonly map: YamlMap; readonly pair: YamlPair }
  | { readonly kind: 'item'; readonly item: YamlNode | undefined; readonly index: number };

/** A place in a YAML tree. */
export interface YamlPlace {
  /** From the top to the place; the last step is the pair whose key or value it is, or the item. */
  readonly steps: readonly YamlStep[];
  readonly on: 'key' | 'value';
}

/** The key or the scalar at an offset; `undefined` between them. The end of a word counts as inside. */
export function yamlPlaceAt(root: YamlNode | undefined, offset: number): YamlPlace | undefined {
  return within(root, offset, []);
}

function within(
  node: YamlNode | undefined,
  offset: number,
  steps: readonly YamlStep[],
): YamlPlace | undefined {
  if (node === undefined) return undefined;
  const isInside = ({ span }: { readonly span: { readonly start: number; readonly end: number } }): boolean =>
    span.start <= offset && offset <= span.end;
  switch (node.kind) {
    case 'scalar':
      return isInside(node) ? { steps, on: 'value' } : undefined;
    case 'sequence':
      for (const [index, item] of node.items.entries()) {
        if (item === undefined || !isInside(item)) continue;
        return within(item, offset, [...steps, { kind: 'item', item, index }]);
      }
      return undefined;
    case 'map':
      for (const pair of node.pairs) {
        const step: YamlStep = { kind: 'pair', map: node, pair };
        if (isInside(pair.key)) return { steps: [...steps, step], on: 'key' };
        const found = within(pair.value, offset, [...steps, step]);
        if (found !== undefined) return found;
      }
      return undefined;
  }
}
