import type { YamlPair, YamlScalar } from '../../syntax/yaml/tree.ts';

/** The name of a key. Asks for the mapped text only where the key is no plain string, because that costs. */
export function keyName({ key }: YamlPair): string {
  return scalarText(key);
}

/** The decoded text of a scalar, without making its mapped text where the value is the text. */
export function scalarText(scalar: YamlScalar): string {
  return typeof scalar.value === 'string' ? scalar.value : scalar.text.text;
}
