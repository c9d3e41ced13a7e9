/** How many quoted texts of one file may go on without indentation; more are left to the parser's complaint. */
const most = 50;

/**
 * A text whose quoted scalars that go on in lines without indentation stand on one line instead, everything at its
 * offset, or `undefined` where none of the open ones does. YAML 1.2 wants such lines indented, and the parsers of Go,
 * Python and JavaScript that read workflows take them as they are.
 *
 * @param opened offsets of the quotes that the parser found open at the end of their line
 */
export function withoutUnindentedLines(text: string, opened: readonly number[]): string | undefined {
  let joined = text;
  for (const start of opened.slice(0, most)) {
    const end = closingQuote(text, start);
    if (end === undefined) continue;
    joined = joined.slice(0, start) + joined.slice(start, end).replace(/[\r\n]/g, ' ') + joined.slice(end);
  }
  return joined === text ? undefined : joined;
}

/** Where the quote that opens at `start` closes, when the lines between are text and nothing but its value is there. */
function closingQuote(text: string, start: number): number | undefined {
  const quote = text[start];
  let at = start + 1;
  for (; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== quote) break;
      at++;
    }
  }
  if (at >= text.length) return undefined;
  const lines = text.slice(start, at).split('\n').slice(1);
  if (lines.some((line) => looksLikeAnEntry(line))) return undefined;
  return /^[ \t]*(?:[,\]}]|[ \t]#|\r?\n|$)/.test(text.slice(at + 1, at + 1000)) ? at : undefined;
}

/** A line with a key or a dash, which is more probably the next entry behind a forgotten quote; or the mark of a document. */
function looksLikeAnEntry(line: string): boolean {
  return /^\s*(?:- )?(?:[\w$-]+|"[^"]*"|'[^']*'):(?:\s|$)/.test(line) || /^(?:---|\.\.\.)(?:\s|$)/.test(line);
}
