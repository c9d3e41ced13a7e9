import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { KeyFact } from '../../facts/types.ts';
import type { YamlMap, YamlPair } from '../../syntax/yaml/tree.ts';
import { keyName } from './key-name.ts';

/** The help and the fix for an unknown key: the one that was meant, or the ones that there are. */
export function explainUnknown(
  pair: YamlPair,
  near: string | undefined,
  keys: readonly KeyFact[],
): Pick<Finding, 'help' | 'fix'> {
  return didYouMean(pair.key.span, near, { otherwise: `expected one of ${listKeys(keys)}` });
}

/** The names that a misspelt key of a map may stand for: those of its section that are not already there. */
export function absentKeys(node: YamlMap, keys: readonly KeyFact[]): readonly string[] {
  const there = new Set(node.pairs.map((pair) => keyName(pair)));
  return keys.filter((fact) => !there.has(fact.name) && fact.retired === undefined).map((fact) => fact.name);
}

/** The keys that a message offers. */
export function listKeys(keys: readonly KeyFact[]): string {
  return keys
    .filter((key) => key.retired === undefined)
    .map((key) => key.name)
    .join(', ');
}
