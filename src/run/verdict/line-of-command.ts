/** So much of a long command is enough to know it by. */
const enough = 60;

/**
 * The line of a script that holds a command as bash prints it, from 1: blanks count for nothing. In a function only its
 * own lines are looked at.
 *
 * @returns `undefined` when no line has it
 */
export function lineOfCommand(text: string, command: string, functionName: string): number | undefined {
  const lines = text.split('\n');
  const name = functionName.replace(/[^\w-]/g, '.');
  const definition = new RegExp(`^\\s*(?:function\\s+)?${name}\\s*(?:\\(\\s*\\)|\\{|$)`);
  const first =
    functionName === ''
      ? 0
      : Math.max(
          0,
          lines.findIndex((line) => definition.test(line)),
        );
  const bare = (part: string): string => part.replace(/[\s"'\\]/g, '');
  const wanted = bare(command);
  const word = bare(command.trim().split(/\s+/)[0] ?? '');
  for (const part of [wanted, wanted.slice(0, enough), word]) {
    if (part === '') return undefined;
    const found = lines.findIndex(
      (line, index) => index >= first && !/^\s*#/.test(line) && bare(line).includes(part),
    );
    if (found !== -1) return found + 1;
  }
  return undefined;
}
