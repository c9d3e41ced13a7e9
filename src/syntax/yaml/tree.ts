import type { MappedText } from '../../source/mapped-text.ts';
import type { Span } from '../../source/span.ts';

/** A node of a YAML document, with its place. Aliases are already replaced by what they name. */
export type YamlNode = YamlMap | YamlSequence | YamlScalar;

/** How a scalar is written. */
export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';

/** A scalar: its value as YAML 1.2 reads it, and its text with the origin of every character. */
export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly style: ScalarStyle;
  /** The decoded text, also of numbers and booleans; made when first asked for. */
  readonly text: MappedText;
  /** Quotes included; a block scalar from its indicator to its last character. */
  readonly span: Span;
}

/** One entry of a map; `value` is `undefined` when nothing is written after the colon. */
export interface YamlPair {
  readonly key: YamlScalar;
  readonly value: YamlNode | undefined;
  /** From the key to the end of the value. */
  readonly span: Span;
}

/** A map; a doubled key is kept (and reported by the parser). */
export interface YamlMap {
  readonly kind: 'map';
  readonly pairs: readonly YamlPair[];
  readonly span: Span;
  readonly flow: boolean;
}

/** A sequence; an item is `undefined` when nothing is written after the dash. */
export interface YamlSequence {
  readonly kind: 'sequence';
  readonly items: readonly (YamlNode | undefined)[];
  readonly span: Span;
  readonly flow: boolean;
}

/** A comment, from `#` to the end of its line. */
export interface YamlComment {
  readonly text: string;
  readonly span: Span;
}

/** The pair of a key, or `undefined`; of doubled keys the last one counts, as the platform reads it. */
export function pairOf(node: YamlNode | undefined, key: string): YamlPair | undefined {
  if (node?.kind !== 'map') return undefined;
  const { pairs } = node;
  for (let index = pairs.length - 1; index >= 0; index--) {
    const pair = pairs[index];
    if (pair !== undefined && pair.key.text.text === key) return pair;
  }
  return undefined;
}

/** The value under a key, or `undefined`. */
export function valueAt(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return pairOf(node, key)?.value;
}

/** The text of a scalar, or `undefined` for anything else. */
export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.text.text : undefined;
}
