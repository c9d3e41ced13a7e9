/** A marked stretch of a text, as offsets after the marks were removed. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** Removes `«` and `»` from a text and tells where they stood. */
export function unmark(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let start: number | undefined;
  for (const piece of marked.split(/([«»])/)) {
    if (piece === '«') start = text.length;
    else if (piece === '»') {
      if (start === undefined) throw new Error(`"»" without "«" in ${JSON.stringify(marked)}`);
      marks.push({ start, end: text.length });
      start = undefined;
    } else text += piece;
  }
  if (start !== undefined) throw new Error(`"«" without "»" in ${JSON.stringify(marked)}`);
  return { text, marks };
}
