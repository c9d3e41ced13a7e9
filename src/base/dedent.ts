/**
 * Takes the common indentation off a text that is written between lines of code: a leading line break and trailing
 * blanks go, the text ends in one line break.
 */
export function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const depths = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const depth = depths.length === 0 ? 0 : Math.min(...depths);
  return `${lines.map((line) => line.slice(depth)).join('\n')}\n`;
}
