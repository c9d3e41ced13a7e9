/**
 * Which line of a script a line of `run.sh` was copied from. The job runner puts lines in front, and with a
 * scheduler it drops the blank ones; so the two are compared from their ends.
 *
 * @returns by line of `run.sh` from 1, the line of the script from 1; lines that the runner added have none
 */
export function alignLines(run: string, script: string): ReadonlyMap<number, number> {
  const runLines = run.replace(/\n$/, '').split('\n');
  const scriptLines = script.replace(/\n$/, '').split('\n');
  const pairs = new Map<number, number>();
  let at = runLines.length - 1;
  let from = scriptLines.length - 1;
  while (at >= 0 && from >= 0) {
    if (runLines[at] === scriptLines[from]) {
      pairs.set(at + 1, from + 1);
      at--;
      from--;
    } else if (scriptLines[from]?.trim() === '') from--;
    else break;
  }
  return pairs;
}
