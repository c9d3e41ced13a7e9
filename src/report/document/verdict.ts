import type { Severity } from '../../diagnostics/finding.ts';
import type { DocumentFault, ReportDocument } from './report-document.ts';

/** From which severity on findings fail the check; `never` leaves failed runs alone too. */
export type FailOn = Severity | 'never';

/** What a report means: nothing in the way, the author has work to do, or the tool itself failed. */
export type Verdict = 'clean' | 'problems' | 'faulty';

const weight: Readonly<Record<Severity, number>> = { error: 3, warning: 2, note: 1 };

/** Worst first. */
export function bySeverity(left: Severity, right: Severity): number {
  return weight[right] - weight[left];
}

/** Whether a finding of this severity fails the check. */
export function fails(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && weight[severity] >= weight[failOn];
}

/** The faults that make a check worthless: a missing tool is not one of the check, everything else that is ours is. */
export function faultsOfCheck(faults: readonly DocumentFault[]): readonly DocumentFault[] {
  return faults.filter((fault) => fault.kind !== 'tool-missing');
}

/**
 * Judges a report. A release gate that is closed is work for the author, whatever was found.
 */
export function verdictOf(
  document: Pick<ReportDocument, 'diagnostics' | 'runs' | 'faults' | 'gate'>,
  failOn: FailOn,
): Verdict {
  if (faultsOfCheck(document.faults).length > 0) return 'faulty';
  if (document.gate?.ready === false) return 'problems';
  if (failOn === 'never') return 'clean';
  const found = document.diagnostics.some((one) => fails(one.severity, failOn));
  const failed = document.runs.some((run) => run.outcome === 'failed');
  return found || failed ? 'problems' : 'clean';
}

/** The exit status of a verdict (contract, part 1). */
export function exitStatusOf(verdict: Verdict): 0 | 1 | 3 {
  switch (verdict) {
    case 'clean':
      return 0;
    case 'problems':
      return 1;
    case 'faulty':
      return 3;
  }
}

/** Findings as people want to read them: the worst first, those of one severity in their order. */
export function worstFirst<One extends { readonly severity: Severity }>(
  findings: readonly One[],
): readonly One[] {
  return findings.toSorted((a, b) => bySeverity(a.severity, b.severity));
}
