import { wellFormed } from '../document/well-formed.ts';
import { visibleCharacter } from '../terminal/terminal-text.ts';

/**
 * Text for an HTML element or a quoted attribute: all markup is written as references and controls are shown. What
 * GitHub's runner would take for a command when the page is printed into a log, `##[` and `::` at the start of a line, is
 * broken up.
 */
export function htmlText(text: string): string {
  let shown = '';
  for (const character of wellFormed(text)) {
    shown += character === '\n' || character === '\t' ? character : visibleCharacter(character);
  }
  return shown
    .replace(/[&<>"'`=]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll('##[', '##&#91;')
    .replace(/^(\s*):(?=:)/gm, '$1&#58;');
}

/** Words of ours, in which backquotes stand around code. */
export function htmlProse(text: string): string {
  const parts = text.split('`');
  // an odd backquote is one of the author's
  if (parts.length % 2 === 0) return htmlText(text);
  return parts
    .map((part, index) => (index % 2 === 1 ? `<code>${htmlText(part)}</code>` : htmlText(part)))
    .join('');
}

/** The address of a link, or nothing when it is none of the web. */
export function htmlAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\/[^\s"'<>]+$/.test(address) ? htmlText(address) : undefined;
}
