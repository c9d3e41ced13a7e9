import type { DocumentRun, ReportDocument } from './report-document.ts';

/** The failed runs that no finding of their workflow tells of. */
export function untoldRuns(document: Pick<ReportDocument, 'diagnostics' | 'runs'>): readonly DocumentRun[] {
  const told = new Set(
    document.diagnostics.filter((one) => one.severity === 'error').map((one) => one.workflow),
  );
  return document.runs.filter((run) => run.outcome === 'failed' && !told.has(run.workflow));
}
