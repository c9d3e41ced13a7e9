import { type CST, isAlias, isMap, isScalar, isSeq, type Pair, type Scalar } from 'yaml';
import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { Span } from '../../source/span.ts';
import { ScalarNode } from './nodes.ts';
import { blockHeader } from './scalar-text.ts';
import type { YamlNode, YamlPair, YamlScalar } from './tree.ts';
import { quoted } from './worded-fault.ts';
import { findingOf, type OpenedPlaces } from './yaml-faults.ts';
import { yamlLimits } from './yaml-limits.ts';

/** Turns composed nodes into the tree of this project and remembers what it met on the way. */
export interface TreeReader {
  read(node: unknown): YamlNode | undefined;
  /** Doubled keys, keys that are not text, aliases that lead nowhere or too far. */
  readonly faults: readonly Finding[];
  readonly opened: OpenedPlaces;
  /** Whether a value is not what was meant, so that what it lacks is not its author's fault. */
  isMisread(): boolean;
}

/** What an anchor names: `node` is `undefined` while it is being read, or when it is empty. */
interface Anchored {
  node: YamlNode | undefined;
  open: boolean;
  nodes: number;
  characters: number;
  height: number;
}

type ScalarToken = CST.FlowScalar | CST.BlockScalar;

/** A reader for one file. */
export function treeReader(file: SourceFile): TreeReader {
  return new NodeReader(file);
}

class NodeReader implements TreeReader {
  readonly faults: Finding[] = [];
  private readonly file: SourceFile;
  private readonly quotes: number[] = [];
  private readonly brackets: number[] = [];
  private readonly anchors = new Map<string, Anchored>();
  private nodes = 0;
  private repeatedNodes = 0;
  private repeatedCharacters = 0;
  private deepest = 0;
  private bombReported = false;
  private misread = false;

  constructor(file: SourceFile) {
    this.file = file;
  }

  read(node: unknown): YamlNode | undefined {
    return this.readNode(node, 0);
  }

  get opened(): OpenedPlaces {
    return { quotes: this.quotes, brackets: this.brackets };
  }

  isMisread(): boolean {
    return this.misread;
  }

  private span(start: number, end: number): Span {
    return { file: this.file.path, start, end };
  }

  private readNode(node: unknown, depth: number): YamlNode | undefined {
    this.nodes++;
    if (depth > this.deepest) this.deepest = depth;
    if (isScalar(node))
      return this.remember(node.anchor, depth, () => this.readScalar(node as Scalar.Parsed));
    if (isMap(node)) return this.remember(node.anchor, depth, () => this.readMap(node, depth));
    if (isSeq(node)) return this.remember(node.anchor, depth, () => this.readSequence(node, depth));
    if (isAlias(node)) return this.follow(node.source, node.range?.[0] ?? 0, node.range?.[1] ?? 0, depth);
    return undefined;
  }

  private remember(
    anchor: string | undefined,
    depth: number,
    make: () => YamlNode | undefined,
  ): YamlNode | undefined {
    if (anchor === undefined) return make();
    const outerDeepest = this.deepest;
    const before = this.nodes;
    this.deepest = depth;
    const entry: Anchored = { node: undefined, open: true, nodes: 0, characters: 0, height: 0 };
    this.anchors.set(anchor, entry);
    entry.node = make();
    entry.open = false;
    entry.nodes = this.nodes - before + 1;
    entry.characters = entry.node === undefined ? 0 : entry.node.span.end - entry.node.span.start;
    entry.height = this.deepest - depth;
    this.deepest = Math.max(outerDeepest, this.deepest);
    return entry.node;
  }

  private follow(name: string, start: number, end: number, depth: number): YamlNode | undefined {
    const target = this.anchors.get(name);
    if (target === undefined) {
      this.misread = true;
      this.faults.push({
        message: `the alias "*${name}" names no anchor above it`,
        at: this.span(start, end),
        help: `mark a value with "&${name}" above, or quote the value when it is meant as text`,
      });
      return undefined;
    }
    if (target.open) {
      this.faults.push({
        message: `the alias "*${name}" stands inside the value that it repeats`,
        at: this.span(start, end),
        help: 'write the value out',
      });
      return undefined;
    }
    this.repeatedNodes += target.nodes;
    this.repeatedCharacters += target.characters;
    this.nodes += target.nodes;
    this.deepest = Math.max(this.deepest, depth + target.height);
    if (
      this.repeatedNodes > yamlLimits.aliasNodes ||
      this.repeatedCharacters > yamlLimits.aliasCharacters ||
      depth + target.height > yamlLimits.depth
    ) {
      if (!this.bombReported) {
        this.bombReported = true;
        this.faults.push({
          message: `aliases repeat more than ${yamlLimits.aliasNodes.toLocaleString('en-US')} values here, which is more than is read`,
          at: this.span(start, end),
          help: 'write fewer aliases of aliases',
        });
      }
      return undefined;
    }
    return target.node;
  }

  private readScalar(scalar: Scalar.Parsed): YamlScalar | undefined {
    const token = scalar.srcToken as ScalarToken | undefined;
    const value = scalar.value as unknown;
    const known =
      typeof value === 'number' || typeof value === 'boolean' || value === null ? value : undefined;
    switch (token?.type) {
      case 'scalar': {
        if (token.source === '') return undefined;
        const given = typeof value === 'string' ? value : known;
        return new ScalarNode(this.file.text, 'plain', this.spanOf(token), undefined, given);
      }
      case 'single-quoted-scalar':
        if (!isClosed(token.source, "'")) this.quotes.push(token.offset);
        return new ScalarNode(this.file.text, 'single-quoted', this.spanOf(token), undefined, known);
      case 'double-quoted-scalar':
        if (!isClosed(token.source, '"')) this.quotes.push(token.offset);
        return new ScalarNode(this.file.text, 'double-quoted', this.spanOf(token), undefined, known);
      case 'block-scalar':
        return this.readBlock(token, known);
      default:
        return undefined;
    }
  }

  private spanOf({ offset, source }: CST.FlowScalar): Span {
    return this.span(offset, offset + source.length);
  }

  private readBlock(token: CST.BlockScalar, known: number | boolean | null | undefined): YamlScalar {
    const header = token.props.find((prop) => prop.type === 'block-scalar-header');
    const indicators = header !== undefined && 'source' in header ? (header.source ?? '') : '|';
    let start = token.offset;
    for (const prop of token.props) if ('source' in prop) start += prop.source?.length ?? 0;
    const written = token.source.trimEnd().length;
    const content = { indicators, start, end: start + token.source.length, parentIndent: token.indent };
    return new ScalarNode(
      this.file.text,
      blockHeader(indicators).style,
      this.span(token.offset, written === 0 ? token.offset + 1 : start + written),
      content,
      known,
    );
  }

  private readMap(
    map: { items: Pair[]; flow?: boolean; range?: unknown; srcToken?: unknown },
    depth: number,
  ) {
    const pairs: YamlPair[] = [];
    const seen = new Map<string, YamlPair>();
    for (const item of map.items) {
      const pair = this.readPair(item, depth);
      if (pair === undefined) continue;
      pairs.push(pair);
      const name = keyName(pair.key);
      const first = seen.get(name);
      if (first === undefined) seen.set(name, pair);
      else if (name !== '<<') {
        this.faults.push({
          message: `the key "${shorten(name)}" is written twice in one map`,
          at: pair.key.span,
          related: [{ span: first.key.span, text: 'it stands here already' }],
          help: 'remove or rename one of them; the platform takes only one',
        });
      }
    }
    const merged = withMerged(pairs, new Set(seen.keys()));
    return {
      kind: 'map' as const,
      pairs: merged,
      span: this.collectionSpan(map, pairs),
      flow: map.flow === true,
    };
  }

  private readPair(item: Pair, depth: number): YamlPair | undefined {
    const before = this.faults.length;
    const key = this.readNode(item.key, depth + 1);
    // What is wrong inside a key that is wrong as a whole is not told.
    if (key !== undefined && key.kind !== 'scalar') this.faults.length = before;
    const value = item.value === null ? undefined : this.readNode(item.value, depth + 1);
    const textKey = key?.kind === 'scalar' ? key : this.replacementKey(item, key);
    if (textKey === undefined) return undefined;
    // An alias is written after its key; what it names stands elsewhere.
    const written = value !== undefined && value.span.start >= textKey.span.start ? value.span.end : 0;
    return {
      key: textKey,
      value,
      span: this.span(
        textKey.span.start,
        Math.max(textKey.span.end, isAlias(item.value) ? aliasEnd(item) : written),
      ),
    };
  }

  private replacementKey(item: Pair, key: YamlNode | undefined): YamlScalar | undefined {
    const range = (item.key as { range?: readonly [number, number, number] | null } | null)?.range;
    if (!range) return undefined;
    const end = key?.span.end ?? range[1];
    const at = this.span(range[0], Math.max(end, range[0]));
    this.faults.push(
      key === undefined ? this.missingKey(range[0]) : (this.lostDollar(at) ?? this.keyOfCollection(at)),
    );
    return new ScalarNode(this.file.text, 'plain', at, undefined, this.file.text.slice(at.start, at.end));
  }

  private missingKey(start: number): Finding {
    return {
      message: 'a key is missing before the colon',
      at: this.span(start, Math.min(start + 1, this.file.text.length)),
      help: 'write a name before the colon; put it in quotes when it has brackets in it',
    };
  }

  private keyOfCollection(at: Span): Finding {
    return {
      message: 'a key must be text, not a map or a list',
      at,
      help: this.file.text.startsWith('{{', at.start)
        ? 'an expression is written "${{ … }}"; put it in quotes'
        : 'write a name before the colon; put it in quotes when it has brackets in it',
    };
  }

  /** A value in braces without a dollar sign before them, of which YAML makes a map as the key of a map. */
  private lostDollar(key: Span): Finding | undefined {
    const { text } = this.file;
    const start = key.start - 1;
    const written = text[start] === '{' ? /^\{\{[^{}\n]*\}\}/.exec(text.slice(start))?.[0] : undefined;
    if (written === undefined) return undefined;
    this.misread = true;
    const inFlow = /[[{,]\s*$/.test(text.slice(Math.max(0, start - 50), start));
    const end = start + written.length;
    const meant = inFlow ? quoted(`$${written}`) : `$${written}`;
    return findingOf(
      {
        start,
        end,
        message: `"${shorten(written)}" is no expression: the "$" before it is missing`,
        help: `write ${shorten(meant)}`,
        repair: { title: 'write the dollar sign', start, end, text: meant },
      },
      this.file,
    );
  }

  private readSequence(
    sequence: { items: unknown[]; flow?: boolean; range?: unknown; srcToken?: unknown },
    depth: number,
  ) {
    const items = sequence.items.map((item) => this.readNode(item, depth + 1));
    return {
      kind: 'sequence' as const,
      items,
      span: this.collectionSpan(sequence, items),
      flow: sequence.flow === true,
    };
  }

  private collectionSpan(
    collection: { range?: unknown; srcToken?: unknown },
    children: readonly ({ readonly span: Span } | undefined)[],
  ): Span {
    const [start, end] = (collection.range ?? [0, 0, 0]) as readonly [number, number, number];
    const token = collection.srcToken as CST.Token | undefined;
    if (token?.type === 'flow-collection') {
      const expected = token.start.source === '{' ? '}' : ']';
      if (token.end[0]?.source !== expected) this.brackets.push(token.offset);
      return this.span(start, end);
    }
    let last = start;
    for (const child of children) {
      if (child !== undefined && child.span.start >= start && child.span.end <= end) {
        last = Math.max(last, child.span.end);
      }
    }
    if (last === start && token?.type === 'block-seq') {
      const dashes = token.items.flatMap((item) => item.start.filter(({ type }) => type === 'seq-item-ind'));
      last = (dashes.at(-1)?.offset ?? start) + 1;
    }
    return this.span(
      start,
      last === start ? this.file.text.slice(start, end).trimEnd().length + start : last,
    );
  }
}

function aliasEnd(item: Pair): number {
  return (item.value as { range?: readonly number[] }).range?.[1] ?? 0;
}

function isClosed(source: string, quote: string): boolean {
  if (source.length < 2 || !source.endsWith(quote)) return false;
  if (quote === "'") return true;
  let slashes = 0;
  for (let at = source.length - 2; at > 0 && source[at] === '\\'; at--) slashes++;
  return slashes % 2 === 0;
}

function keyName(key: YamlScalar): string {
  return key.text.text;
}

function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 57)}…` : name;
}

/**
 * Puts what merge keys (`<<`) bring in their place: keys that the map has itself win, of several merged maps the first.
 * What is no map stays, for those who know the keys to wonder at.
 */
function withMerged(pairs: readonly YamlPair[], own: Set<string>): readonly YamlPair[] {
  if (!own.has('<<')) return pairs;
  return pairs.flatMap((pair) => {
    if (keyName(pair.key) !== '<<') return [pair];
    const maps = pair.value?.kind === 'sequence' ? pair.value.items : [pair.value];
    const known = maps.filter((one) => one?.kind === 'map');
    if (known.length < maps.length) return [pair];
    return known
      .flatMap((one) => one.pairs)
      .filter(({ key }) => {
        const isNew = !own.has(keyName(key));
        own.add(keyName(key));
        return isNew;
      });
  });
}
