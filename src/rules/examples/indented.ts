/** Every line of a text set in by some blanks; empty lines stay empty. The text ends in one line break. */
export function indented(text: string, blanks: number): string {
  const lines = text.replace(/\n+$/, '').split('\n');
  return `${lines.map((line) => (line === '' ? '' : ' '.repeat(blanks) + line)).join('\n')}\n`;
}
