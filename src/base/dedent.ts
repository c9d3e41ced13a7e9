/**
 * A text that is written between lines of code, without the indentation its lines have in common. Backslashes
 * stand for themselves, but for `` \` `` and `\${`, which a template cannot hold otherwise. All lines of a value
 * begin where the first one does. The text ends in one line break.
 */
export function dedent({ raw }: TemplateStringsArray, ...values: readonly string[]): string {
  let text = '';
  raw.forEach((piece, index) => {
    text += unescaped(piece);
    const column = text.length - text.lastIndexOf('\n') - 1;
    text += (values[index] ?? '').trimEnd().replaceAll('\n', `\n${' '.repeat(column)}`);
  });
  return withoutIndentation(text);
}

function unescaped(raw: string): string {
  return raw.replace(/\\(`|\$\{)/g, '$1');
}

/** Takes the common indentation off a text; a leading line break and trailing blanks go, one line break ends it. */
function withoutIndentation(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const depths = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const depth = depths.length === 0 ? 0 : Math.min(...depths);
  return `${lines.map((line) => line.slice(depth)).join('\n')}\n`;
}
