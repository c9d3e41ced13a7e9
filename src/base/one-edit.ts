/** Whether two texts have the same letters in another order. */
export function isSwap(left: string, right: string): boolean {
  return left !== right && [...left].sort().join('') === [...right].sort().join('');
}

/** Whether one letter was left out, put in, changed, or two neighbours changed places. */
export function isOneEdit(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  let end = 0;
  while (end < Math.min(left.length, right.length) - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  const [one, other] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (one.length <= 1 && other.length <= 1) return true;
  return one.length === 2 && isSwap(one, other);
}

/** Whether a name is one edit apart from an option; of a long name another letter may be missing. */
export function isSlip(name: string, option: string): boolean {
  if (isOneEdit(name, option)) return true;
  if (name.length < 7) return false;
  return [...option].some((_, index) => isOneEdit(name, option.slice(0, index) + option.slice(index + 1)));
}
