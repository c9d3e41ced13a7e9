import type { ExpressionSite, Workflow } from '../../model/workflow.ts';
import { pairOf, type ScalarStyle, type YamlNode } from '../../syntax/yaml/tree.ts';

/** How the scalar is written in which an expression stands; `undefined` when it is the key of a map. */
export function styleAt(site: ExpressionSite, workflow: Workflow): ScalarStyle | undefined {
  let node: YamlNode | undefined = workflow.root;
  for (const key of site.path) {
    if (node?.kind === 'map') node = pairOf(node, String(key))?.value;
    else if (node?.kind === 'sequence') node = typeof key === 'number' ? node.items[key] : undefined;
    else return undefined;
  }
  return node?.kind === 'scalar' ? node.style : undefined;
}

/**
 * A piece of an expression as it must be written in the file: quotes are doubled or escaped inside quoted scalars.
 * `undefined` when that cannot be told.
 */
export function writtenAs(text: string, site: ExpressionSite, workflow: Workflow): string | undefined {
  switch (styleAt(site, workflow)) {
    case 'single-quoted':
      return text.replaceAll("'", "''");
    case 'double-quoted':
      return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
    case 'plain':
    case 'literal':
    case 'folded':
      return text;
    case undefined:
      return undefined;
  }
}
