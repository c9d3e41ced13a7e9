import { suggest } from '../../base/suggest.ts';
import { pairOf, type YamlMap } from '../../syntax/yaml/tree.ts';
import { keyName } from './key-name.ts';

/**
 * Whether a map certainly lacks a key: it is not there, and no other key looks like a misspelling of it, which another
 * rule tells.
 */
export function lacksKey(node: YamlMap | undefined, key: string): boolean {
  if (node === undefined) return true;
  return (
    pairOf(node, key) === undefined && node.pairs.every((pair) => suggest(keyName(pair), [key]) === undefined)
  );
}
