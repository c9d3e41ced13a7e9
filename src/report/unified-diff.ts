/** Lines compared in full at most; a longer stretch of changes is shown as one. */
const mostLines = 2000;
/** Lines of context around a change. */
const context = 3;

interface Step {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** The difference of two texts in the form that `patch` and `git apply` read; empty when they are the same. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const steps = stepsBetween(before.split('\n'), after.split('\n'));
  const hunks = hunksOf(steps);
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

function stepsBetween(before: readonly string[], after: readonly string[]): readonly Step[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  const same = (text: string): Step => ({ sign: ' ', text });
  return [
    ...before.slice(0, head).map(same),
    ...middleSteps(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ];
}

/** The longest common part line by line; too long a stretch is taken out and put in as a whole. */
function middleSteps(before: readonly string[], after: readonly string[]): readonly Step[] {
  const steps: Step[] = [];
  if (before.length > mostLines || after.length > mostLines) {
    for (const text of before) steps.push({ sign: '-', text });
    for (const text of after) steps.push({ sign: '+', text });
    return steps;
  }
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      common[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [old, fresh] = [before[row], after[column]];
    if (old !== undefined && old === fresh) {
      steps.push({ sign: ' ', text: old });
      row++;
      column++;
    } else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
      steps.push({ sign: '-', text: old });
      row++;
    } else {
      steps.push({ sign: '+', text: fresh ?? '' });
      column++;
    }
  }
  return steps;
}

function hunksOf(steps: readonly Step[]): readonly string[] {
  const changed = steps.flatMap((step, index) => (step.sign === ' ' ? [] : [index]));
  const ranges: { first: number; last: number }[] = [];
  for (const index of changed) {
    const range = ranges.at(-1);
    if (range !== undefined && index - range.last <= 2 * context) range.last = index;
    else ranges.push({ first: index, last: index });
  }
  return ranges.map(({ first, last }) => {
    const from = Math.max(0, first - context);
    const part = steps.slice(from, Math.min(steps.length, last + context + 1));
    const count = (sign: string, some: readonly Step[]) =>
      some.filter((step) => step.sign === ' ' || step.sign === sign).length;
    const above = steps.slice(0, from);
    const old = `${count('-', above) + 1},${count('-', part)}`;
    const fresh = `${count('+', above) + 1},${count('+', part)}`;
    return `@@ -${old} +${fresh} @@\n${part.map((step) => `${step.sign}${step.text}\n`).join('')}`;
  });
}
