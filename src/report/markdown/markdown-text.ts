import { visibleCharacter } from '../terminal/terminal-text.ts';

/**
 * Text for a paragraph or a table cell of GitHub's Markdown: nothing in it is markup, an HTML tag, a mention, a
 * reference to an issue or a link, and it stays on its line.
 */
export function markdownText(text: string): string {
  return oneLine(text).replace(special, (sign) => {
    const reference = `&#${sign.charCodeAt(0)};`;
    return sign === '@' || sign === '#' ? `${reference}&#8203;` : `${reference}${sign.slice(1)}`;
  });
}

/** Signs of markup; and what would begin a list, a heading, an emoji, a mention, a reference or a link by itself. */
const special =
  /[&<>\\`*_{}[\]()~|!$@#]|:(?=\/\/|[a-z0-9_+-]+:)|(?<=\bwww)\.|(?<=^\s*)[-+=]|(?<=^\s*\d{1,9})\./gi;

/** Text as code within a line or a table cell. */
export function markdownCode(text: string): string {
  return `<code>${markdownText(text)}</code>`;
}

/** Lines as a block of code; the fence is longer than any in the text. */
export function markdownBlock(text: string, language = ''): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => shownLine(line));
  const body = lines.join('\n');
  const longest = Math.max(0, ...(body.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}

/** A link; the text is harmless, the address must be ours. */
export function markdownLink(text: string, address: string | undefined): string {
  if (address === undefined) return markdownText(text);
  return `<a href="${address.replaceAll('&', '&amp;').replaceAll('"', '%22').replaceAll('<', '%3C').replaceAll('>', '%3E')}">${markdownText(text)}</a>`;
}

/** A label in a Mermaid picture: letters, digits and a few harmless signs. */
export function mermaidLabel(text: string): string {
  const label = text
    .replace(/[^\p{L}\p{N} _./-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, 60);
  return label === '' ? 'unnamed' : label;
}

function oneLine(text: string): string {
  return shownLine(text.replace(/\s*[\r\n]+\s*/g, ' '));
}

/** Shows controls but keeps tabs. GitHub's runner would take a command from `##[` when the text came to a log. */
function shownLine(text: string): string {
  let shown = '';
  for (const character of text) shown += character === '\t' ? character : visibleCharacter(character);
  return shown;
}
