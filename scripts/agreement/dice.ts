/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Choices that are the same for the same seed. */
export interface Dice {
  chance(share: number): boolean;
  /** A whole number from 0 to below the limit. */
  below(limit: number): number;
  one<Item>(items: readonly Item[]): Item;
}

/** Dice that fall the same way for the same seed. */
export function diceOf(seed: number): Dice {
  const random = randomFrom(seed);
  return {
    chance: (share) => random() < share,
    below: (limit) => Math.floor(random() * limit),
    one: (items) => items[Math.floor(random() * items.length)] as never,
  };
}
