const longestLine = 2000;

/**
 * Output of somebody else's script made harmless for a log that others read: no control characters, no escape
 * sequences, no line that a GitHub runner would take for a command, no endless line.
 */
export function neutraliseLine(line: string): string {
  // What a carriage return lets the next text overwrite is not seen on a terminal either.
  const visible = line.replace(/\r+$/, '').split('\r').at(-1) ?? '';
  const plain = visible
    .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-_])/g, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, '');
  const harmless = plain.replace(/^(\s*)(::|##\[)/, '$1\u200b$2').replaceAll('##[', '#\u200b#[');
  return harmless.length > longestLine ? `${harmless.slice(0, longestLine - 1)}…` : harmless;
}

/** The last lines of a text, each made harmless. */
export function lastLines(text: string, count: number): readonly string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.slice(-count).map(neutraliseLine);
}
