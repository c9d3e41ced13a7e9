/** What a reader sees a second time when two things share it. */
export interface SpreadKeys {
  readonly file: string;
  readonly rule: string;
}

/**
 * Picks some of a list, in its order, so that they tell as much as they can: one whose file or rule was not picked yet
 * goes before one that repeats them; those of a better tier go before all others.
 *
 * @param items the best first
 * @param tier the lower the better
 */
export function spread<Item>(
  items: readonly Item[],
  most: number,
  tier: (item: Item) => number,
  keys: (item: Item) => SpreadKeys,
): readonly Item[] {
  if (items.length <= most) return items;
  const picked = new Set<Item>();
  const told = new Map<string, number>();
  const left = items.map((item) => {
    const { file, rule } = keys(item);
    return { item, tier: tier(item), marks: [`file ${file}`, `rule ${rule}`] };
  });
  const repetition = (marks: readonly string[]): number =>
    marks.reduce((sum, mark) => sum + (told.get(mark) ?? 0), 0);
  while (picked.size < most) {
    let best: (typeof left)[number] | undefined;
    for (const one of left) {
      if (picked.has(one.item)) continue;
      const better =
        best === undefined ||
        one.tier < best.tier ||
        (one.tier === best.tier && repetition(one.marks) < repetition(best.marks));
      if (better) best = one;
    }
    if (best === undefined) break;
    picked.add(best.item);
    for (const mark of best.marks) told.set(mark, (told.get(mark) ?? 0) + 1);
  }
  return items.filter((item) => picked.has(item));
}
