import type { MappedText } from '../../source/mapped-text.ts';

/**
 * The offset into a text of the character that stands at an offset of its file, the next one where none stands there;
 * `undefined` when the text lies elsewhere. The end of the text counts as inside.
 */
export function offsetIn(text: MappedText, offset: number): number | undefined {
  const { length } = text.text;
  const startOf = (index: number): number => text.spanOf(index, index).start;
  if (offset < startOf(0) || offset > (length === 0 ? startOf(0) : text.spanOf(length - 1, length).end))
    return undefined;
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
