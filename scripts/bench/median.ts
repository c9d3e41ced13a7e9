/** The middle of some figures; the upper of the two when their number is even, not a number when there are none. */
export function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
}
