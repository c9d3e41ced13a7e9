/** Where one `${{ … }}` stands in a text, braces included; `closed` is false when its `}}` is missing. */
export interface ExpressionStretch {
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
}

/**
 * Every `${{ … }}` of a text in order. An expression ends at the first `}}` outside quotes, and never beyond the
 * next `${{`; one without an end reaches as far as its line looks like one: through a single `}`, or a reference.
 */
export function findExpressions(text: string): readonly ExpressionStretch[] {
  let start = text.indexOf('${{');
  if (start === -1) return none;
  const found: ExpressionStretch[] = [];
  while (start !== -1) {
    const next = text.indexOf('${{', start + 3);
    const limit = next === -1 ? text.length : next;
    const end = endOf(text, start + 3, limit);
    if (end === undefined) {
      const feed = text.indexOf('\n', start);
      const line = text.slice(start, feed === -1 || feed > limit ? limit : feed);
      const looked = openExpression.exec(line)?.[0] ?? line;
      found.push({ start, end: start + looked.length, closed: false });
    } else found.push({ start, end, closed: true });
    start = next;
  }
  return found;
}

/** An expression that lacks a brace, or that is a reference at the end of what quotes enclose. */
const openExpression = /^\$\{\{(?:[^{}]*\}|[ \t]*[\w.[\]-]+(?=["']))/;

const none: readonly ExpressionStretch[] = [];

/** The offset after the closing braces; a quote that is never closed does not hide them. */
function endOf(text: string, from: number, limit: number): number | undefined {
  let quote = '';
  for (let at = from; at < limit; at++) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === "'" || character === '"') quote = character;
    else if (character === '}' && text.charAt(at + 1) === '}') return at + 2;
  }
  const plain = text.indexOf('}}', from);
  return plain !== -1 && plain < limit ? plain + 2 : undefined;
}
