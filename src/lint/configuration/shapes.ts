import { suggest } from '../../base/suggest.ts';
import { helpWith } from '../../diagnostics/did-you-mean.ts';
import type { Finding } from '../../diagnostics/finding.ts';
import type { Span } from '../../source/span.ts';
import type { YamlMap, YamlNode, YamlPair } from '../../syntax/yaml/tree.ts';

/** Reads values of expected shapes out of YAML and notes where one is of another shape. */
export interface ShapeReader {
  readonly faults: readonly Finding[];
  complain(message: string, at: Span, help?: string): void;
  /** The entries of a map with known keys. */
  entries(node: YamlNode | undefined, what: string, known: readonly string[]): readonly YamlPair[];
  /** The entries of a map with any keys. */
  anyEntries(node: YamlNode | undefined, what: string): readonly YamlPair[];
  text(node: YamlNode | undefined, what: string): string | undefined;
  /** A text, a number or a boolean, as text. */
  value(node: YamlNode | undefined, what: string): string | undefined;
  flag(node: YamlNode | undefined, what: string): boolean | undefined;
  word<Word extends string>(
    node: YamlNode | undefined,
    what: string,
    words: readonly Word[],
  ): Word | undefined;
  list(node: YamlNode | undefined, what: string): readonly (YamlNode | undefined)[];
  texts(node: YamlNode | undefined, what: string): readonly string[];
  /** A number of seconds, or a number with `ms`, `s`, `m` or `h`; in milliseconds. */
  duration(node: YamlNode | undefined, what: string): number | undefined;
}

/** A reader without complaints so far. `place` is where values stand that are not written at all. */
export function shapeReader(place: Span): ShapeReader {
  const faults: Finding[] = [];
  const complain: ShapeReader['complain'] = (message, at, help) => {
    faults.push({ message, at, ...(help !== undefined && { help }) });
  };
  const wrong = (node: YamlNode | undefined, what: string, expected: string): undefined => {
    complain(`"${what}" must be ${expected}, and is ${shapeOf(node)}`, placeOf(node, place));
    return undefined;
  };
  const anyEntries: ShapeReader['anyEntries'] = (node, what) => {
    if (node?.kind === 'map') return node.pairs;
    if (!isEmpty(node)) wrong(node, what, 'a map');
    return [];
  };
  const text: ShapeReader['text'] = (node, what) => {
    if (node?.kind === 'scalar' && typeof node.value === 'string') return node.value;
    return wrong(node, what, 'a text');
  };
  const list: ShapeReader['list'] = (node, what) => {
    if (node?.kind === 'sequence') return node.items;
    wrong(node, what, 'a list');
    return [];
  };
  return {
    faults,
    complain,
    anyEntries,
    text,
    list,
    entries(node, what, known) {
      return anyEntries(node, what).filter((pair) => {
        const key = pair.key.text.text;
        if (known.includes(key)) return true;
        const near = suggest(key, known);
        complain(
          `unknown key "${key}"${what === '' ? '' : ` in "${what}"`}`,
          pair.key.span,
          helpWith(near, `expected one of: ${known.join(', ')}`),
        );
        return false;
      });
    },
    value(node, what) {
      if (node?.kind === 'scalar' && node.value !== null) return node.text.text;
      return wrong(node, what, 'a single value');
    },
    flag(node, what) {
      if (node?.kind === 'scalar' && typeof node.value === 'boolean') return node.value;
      return wrong(node, what, 'true or false');
    },
    word(node, what, words) {
      const written = node?.kind === 'scalar' ? node.text.text : undefined;
      const found = words.find((one) => one === written);
      if (found !== undefined) return found;
      if (written === undefined) return wrong(node, what, `one of ${words.join(', ')}`);
      const near = suggest(written, words);
      complain(
        `"${what}" is "${written}"`,
        placeOf(node, place),
        helpWith(near, `expected one of: ${words.join(', ')}`),
      );
      return undefined;
    },
    texts(node, what) {
      return list(node, what).flatMap((item) => text(item, what) ?? []);
    },
    duration(node, what) {
      const written = node?.kind === 'scalar' ? node.text.text : '';
      const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(written);
      if (match === null) return wrong(node, what, 'a duration such as 90s or 5m');
      const unit = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[match[2] ?? 's'] ?? 1000;
      return Math.round(Number(match[1]) * unit);
    },
  };
}

/** The values of the entries of a map, by key. */
export function byKey(pairs: readonly YamlPair[]): ReadonlyMap<string, YamlNode | undefined> {
  return new Map(pairs.map((pair) => [pair.key.text.text, pair.value]));
}

/** Whether nothing was written. */
export function isEmpty(node: YamlNode | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && node.value === null);
}

/** The plain data of a tree, for validators. */
export function dataOf(node: YamlNode | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return null;
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map((item) => dataOf(item));
    case 'map':
      return mapData(node);
  }
}

/** A key without a value counts as not written, so that a section may stand with all its lines commented out. */
function mapData(node: YamlMap): unknown {
  const written = node.pairs.filter((pair) => !isEmpty(pair.value));
  return Object.fromEntries(written.map((pair) => [pair.key.text.text, dataOf(pair.value)]));
}

function placeOf(node: YamlNode | undefined, place: Span): Span {
  return node?.span ?? place;
}

function shapeOf(node: YamlNode | undefined): string {
  if (node === undefined || isEmpty(node)) return 'empty';
  if (node.kind === 'map') return 'a map';
  if (node.kind === 'sequence') return 'a list';
  return `"${node.text.text}"`;
}
