import type { Finding } from '../../diagnostics/finding.ts';
import type { MappedText } from '../../source/mapped-text.ts';
import { unclosedOpener } from './unclosed-opener.ts';

/** What the parser says about a text that is no script, where its author must look. */
export function syntaxFault(text: MappedText, message: string, offset: number): Finding {
  const source = text.text;
  const at = Math.min(offset, source.length);
  const missing = /^expected '([^']+)'/.exec(message)?.[1];
  const end = source.trimEnd().length;
  if (at >= end && missing !== undefined) {
    const opener = unclosedOpener(source, missing);
    const last = text.spanOf(lastWord(source, end), end);
    const help = `add the missing \`${missing}\`, or remove what opens it`;
    if (opener === undefined) {
      return { message: `shell syntax: ${message}, but the script ends here`, at: last, help };
    }
    return {
      message: `shell syntax: this \`${opener.word}\` has no \`${missing}\``,
      at: text.spanOf(opener.start, opener.start + opener.word.length),
      related: [{ span: last, text: 'the script ends here, and nothing in it is run' }],
      help,
    };
  }
  const word = /^\S+/.exec(source.slice(at))?.[0] ?? '';
  const length = /^(["'`]|\$\(|\$\{|<<)/.exec(word)?.[0].length ?? Math.min(word.length, 40);
  return {
    message: `shell syntax: ${message}`,
    at: text.spanOf(at, at + Math.max(length, at < source.length ? 1 : 0)),
    help: 'bash stops with a syntax error here, so nothing from this line on is run',
  };
}

function lastWord(source: string, end: number): number {
  let start = end;
  while (start > 0 && !/\s/.test(source[start - 1] ?? ' ')) start--;
  return start;
}
