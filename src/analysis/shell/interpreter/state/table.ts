/** Stands for an entry of a lower layer that was taken away. */
const gone = Symbol('gone');

/** How many layers are searched before they are put together. */
const mostLayers = 10;

/**
 * A table that can be copied at once: a copy is a layer on top of it, and holds only what is changed there. A table that
 * was copied must not be written to any more.
 */
export class Table<Key, Item> {
  private readonly own: Map<Key, Item | typeof gone>;
  private readonly below: Table<Key, Item> | undefined;
  private readonly depth: number;

  constructor(own: Iterable<readonly [Key, Item]> = [], below?: Table<Key, Item>) {
    this.own = new Map<Key, Item | typeof gone>(own);
    this.below = below;
    this.depth = (below?.depth ?? 0) + 1;
  }

  get(key: Key): Item | undefined {
    for (let layer: Table<Key, Item> | undefined = this; layer !== undefined; layer = layer.below) {
      const item = layer.own.get(key);
      if (item !== undefined) return item === gone ? undefined : item;
    }
    return undefined;
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  /** Whether it certainly holds nothing. */
  get isEmpty(): boolean {
    for (let layer: Table<Key, Item> | undefined = this; layer !== undefined; layer = layer.below)
      if (layer.own.size > 0) return false;
    return true;
  }

  set(key: Key, item: Item): void {
    this.own.set(key, item);
  }

  delete(key: Key): void {
    this.own.set(key, gone);
  }

  /** A table of its own with the same entries. */
  copy(): Table<Key, Item> {
    if (this.depth < mostLayers) return new Table([], this);
    // The lowest layer stays, so that tables that come from it still know what they have in common.
    const layers = this.layers();
    const base = layers.at(-1);
    const above = new Map<Key, Item | typeof gone>();
    for (const layer of layers.slice(0, -1).reverse())
      for (const [key, item] of layer.own) above.set(key, item);
    if (base === undefined || above.size > base.own.size / 2) return new Table(this);
    const middle = new Table<Key, Item>([], base);
    for (const [key, item] of above) middle.own.set(key, item);
    return new Table([], middle);
  }

  keys(): Key[] {
    return [...this].map(([key]) => key);
  }

  *[Symbol.iterator](): Generator<readonly [Key, Item]> {
    const seen = new Set<Key>();
    for (const layer of this.layers()) {
      for (const [key, item] of layer.own) {
        if (seen.has(key)) continue;
        seen.add(key);
        if (item !== gone) yield [key, item];
      }
    }
  }

  /** The keys at which two tables may differ. */
  differing(other: Table<Key, Item>): ReadonlySet<Key> {
    const keys = new Set<Key>();
    const mine = this.layers();
    const theirs = other.layers();
    const known = new Set(mine);
    const common = theirs.find((layer) => known.has(layer));
    for (const layers of [mine, theirs]) {
      for (const layer of layers) {
        if (layer === common) break;
        for (const key of layer.own.keys()) keys.add(key);
      }
    }
    return keys;
  }

  private layers(): Table<Key, Item>[] {
    const layers: Table<Key, Item>[] = [];
    for (let layer: Table<Key, Item> | undefined = this; layer !== undefined; layer = layer.below)
      layers.push(layer);
    return layers;
  }
}
