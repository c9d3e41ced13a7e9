/**
 * Attributes of inputs and of their options that the form shows to the reader as they are. What stands in there between
 * `${{` and `}}` is text, in an explanation mostly (public workflows write `${{ secrets.NAME }}` in tooltips).
 */
export const shownTexts: ReadonlySet<string> = new Set([
  'label',
  'description',
  'tooltip',
  'placeholder',
  'title',
]);
