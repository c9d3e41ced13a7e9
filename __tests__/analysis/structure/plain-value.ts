import { keyName } from '../../../src/analysis/structure/key-name.ts';
import type { YamlNode } from '../../../src/syntax/yaml/tree.ts';

/** How deep values are read; what is deeper is taken for nothing. */
const depthLimit = 200;

/** The plain value of a node, as `JSON.parse` would give it; of doubled keys the last one counts. */
export function plainValue(node: YamlNode | undefined, depth = 0): unknown {
  if (node === undefined || depth > depthLimit) return null;
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map((item) => plainValue(item, depth + 1));
    case 'map': {
      const value: Record<string, unknown> = Object.create(null);
      for (const pair of node.pairs) value[keyName(pair)] = plainValue(pair.value, depth + 1);
      return value;
    }
  }
}
