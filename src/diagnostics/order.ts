import type { Diagnostic } from './finding.ts';

/** Compares two diagnostics: by path, position, rule, message. */
export function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  return (
    compare(left.at.file, right.at.file) ||
    left.at.start - right.at.start ||
    left.at.end - right.at.end ||
    compare(left.rule, right.rule) ||
    compare(left.message, right.message)
  );
}

/** Diagnostics in order, each once: what one rule says twice about one place in the same words is said once. */
export function sortedWithoutDoubles(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = [...diagnostics].sort(compareDiagnostics);
  return sorted.filter((one, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareDiagnostics(before, one) !== 0;
  });
}

/** Orders texts by their characters, the same on every machine. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
